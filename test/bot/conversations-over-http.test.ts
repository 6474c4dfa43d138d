import { listConversations, readConversation } from '../helpers/conversation-files';
import { type HttpDoor, openHttpDoor } from '../helpers/http-talker';
import { PATIENCE } from '../helpers/rooms';
import { playTranscript } from '../helpers/transcript';

/** The clock of another process cannot be moved: conversations in which time goes by are played in this one only. */
const playable = listConversations().filter((file) =>
  readConversation(file).steps.every(({ step }) => step.kind !== 'wait'),
);

describe('conversations through POST /api/messages', () => {
  let door: HttpDoor;

  beforeAll(async () => {
    door = await openHttpDoor();
  }, PATIENCE);

  afterAll(() => door.close());

  it('are nearly all of them', () => {
    expect(playable.length).toBeGreaterThanOrEqual(25);
  });

  it.each(playable)(
    '%s',
    async (file) => {
      expect.hasAssertions();
      await playTranscript(readConversation(file), door.talker());
    },
    PATIENCE,
  );
});
