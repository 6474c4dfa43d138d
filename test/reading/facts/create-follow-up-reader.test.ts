import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRooms } from '../../helpers/rooms';

const { readMessage } = loadRooms();

const rows = readFileSync(join(__dirname, 'follow-ups.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [string, string, string]);

test.each(rows)('%s', (_name, text, follows) => {
  const { followUp } = readMessage(text, 0);
  expect(followUp !== undefined && followUp !== 'short').toBe(follows === 'yes');
});
