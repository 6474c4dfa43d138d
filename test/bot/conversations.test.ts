import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type InProcessTalker, createInProcessTalkers } from '../helpers/in-process-talker';
import { PATIENCE, createRooms } from '../helpers/rooms';
import { playTranscript, readTranscript } from '../helpers/transcript';

const DIRECTORY = join(__dirname, '../conversations');
const files = readdirSync(DIRECTORY).filter((file) => file.endsWith('.txt'));

describe('conversations', () => {
  let createTalker: () => InProcessTalker;
  beforeAll(async () => {
    createTalker = createInProcessTalkers(await createRooms());
  }, PATIENCE);

  it.each(files)('%s', async (file) => {
    const transcript = readTranscript(readFileSync(join(DIRECTORY, file), 'utf8'));
    expect(transcript.steps.length).toBeGreaterThan(1);
    await playTranscript(transcript, createTalker());
  });
});
