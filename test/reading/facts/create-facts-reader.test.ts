import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { loadRooms } from '../../helpers/rooms';

const { readMessage } = loadRooms();
const readFacts = (text: string, at: number) => readMessage(text, at).facts;
const TODAY = Date.UTC(2026, 10, 30);

const rows = readFileSync(join(__dirname, 'told.tsv'), 'utf8')
  .replace(/\n$/, '')
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [string, string, string, string]);

describe('what a message tells', () => {
  test.each(rows)('%s', (_name, text, told, denied) => {
    const read = readFacts(text, TODAY);
    const ids = read.told.map(({ id }) => id);
    expect({ told: ids.sort(), denied: [...read.denied].sort() }).toEqual({
      told: told.split(' ').filter(Boolean).sort(),
      denied: denied.split(' ').filter(Boolean).sort(),
    });
  });

  test('of whom it tells', () => {
    expect(readFacts('بنتي عمرها ١٢ سنه', TODAY).told).toEqual([{ id: 'minor', whom: 'other' }]);
    expect(readFacts('عمري ١٦', TODAY).told).toEqual([{ id: 'minor', whom: 'self' }]);
  });

  test('how many days have gone since a session', () => {
    expect(readFacts('سويت جلسة بلازما قبل اسبوعين', TODAY).told).toEqual([
      { id: 'after-session', whom: 'self', days: 14 },
    ]);
  });

  test('any text is read', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readFacts(text, TODAY).told.length >= 0));
  });
});
