import { existsSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { ConversationState, type TurnContext } from 'botbuilder';
import { createBotStateStorage } from '../../src/storage/state/bot-state-storage';
import { openDatabase, type DatabasePlace } from '../../src/storage/engine/open-database';
import { startDirectLine } from './direct-line-kit';

/** When this process kills itself, once: a message that says so is the trigger. */
export type Moment = 'before' | 'said' | 'saved';

/**
 * A server in a process of its own that can be killed in the middle of a turn. Its bot counts the messages of a
 * conversation in its state and says the number. Started with: the place of the data, the port, a file that marks that
 * it was killed once.
 */
async function main([place = '', port = '0', mark = '']: readonly string[]): Promise<void> {
  const where = JSON.parse(place) as DatabasePlace;
  const database = await openDatabase(where);
  const killAt = (moment: Moment, text: string | undefined): void => {
    if (text !== `kill ${moment}` || existsSync(mark)) return;
    writeFileSync(mark, '');
    process.kill(process.pid, 'SIGKILL');
  };
  const kit = await startDirectLine({
    database,
    port: Number(port),
    run: async (context: TurnContext) => {
      const { type, text } = context.activity;
      if (type === 'conversationUpdate') await context.sendActivity('أهلا');
      if (type !== 'message') return;
      killAt('before', text);
      // One state for each turn, as bots have it, over the storage that writes with the turn.
      const state = new ConversationState(createBotStateStorage({ database }));
      const counted = state.createProperty<{ count: number }>('counted');
      const memory = await counted.get(context, { count: 0 });
      memory.count += 1;
      await context.sendActivity(`${memory.count}: ${text}`);
      killAt('said', text);
      await state.saveChanges(context);
      killAt('saved', text);
    },
  });
  process.stdout.write(`${JSON.stringify({ url: kit.url })}\n`);
  createInterface(process.stdin).once('close', () => process.exit());
}

void main(process.argv.slice(2));
