import { listConversations, readConversation } from '../helpers/conversation-files';
import { type InProcessTalker, createInProcessTalkers } from '../helpers/in-process-talker';
import { PATIENCE, createRooms } from '../helpers/rooms';
import { playTranscript } from '../helpers/transcript';

describe('conversations in this process', () => {
  let createTalker: () => InProcessTalker;

  beforeAll(async () => {
    createTalker = createInProcessTalkers(await createRooms());
  }, PATIENCE);

  it.each(listConversations())('%s', async (file) => {
    const transcript = readConversation(file);
    expect(transcript.steps.length).toBeGreaterThan(1);
    await playTranscript(transcript, createTalker());
  });
});
