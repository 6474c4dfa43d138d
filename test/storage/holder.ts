import { createBotStateStorage } from '../../src/storage/state/bot-state-storage';
import { createConversationLog } from '../../src/storage/chat-log/create-conversation-log';
import type { DatabasePlace } from '../../src/storage/engine/open-database';
import { openDatabase } from '../../src/storage/engine/open-database';
import { createTurnGate } from '../../src/storage/turns/turn-gate';

/** A process that takes up a turn and never ends it: killed by the test. */
const hold = async (place: DatabasePlace, conversationId: string, activityId: string): Promise<void> => {
  const database = await openDatabase(place);
  const log = createConversationLog({ database });
  const storage = createBotStateStorage({ database });
  const gate = createTurnGate({ database });
  await log.claimTurn(conversationId);
  await gate.run(conversationId, activityId, async () => {
    await storage.write({ 'directline/conversations/c/': { eTag: '*', step: 99 } });
    await log.append(conversationId, { activity: { type: 'message', text: 'half' }, key: 'half', needsTurn: false });
    process.stdout.write('holding\n');
    await new Promise((resolve) => setTimeout(resolve, 60_000));
  });
};

const [, , place = '{}', conversationId = '', activityId = ''] = process.argv;
void hold(JSON.parse(place) as DatabasePlace, conversationId, activityId);
