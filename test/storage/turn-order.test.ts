import { ActivityTypes, ConversationState, TestAdapter } from 'botbuilder';

import { createBotStateStorage } from '../../src/storage/state/bot-state-storage';
import type { Database } from '../../src/storage/engine/database';
import { openDatabase } from '../../src/storage/engine/open-database';
import { createTurnGate, type TurnGate } from '../../src/storage/turns/turn-gate';
import { createTurnOrder } from '../../src/storage/turns/turn-order';

const conversation = { channelId: 'test', conversation: { id: 'c' }, from: { id: 'u', name: '' } };

describe('the turn order', () => {
  let database: Database;
  let gate: TurnGate;
  beforeEach(async () => {
    database = await openDatabase({ file: ':memory:' });
    gate = createTurnGate({ database });
  });
  afterEach(async () => {
    gate.close();
    await database.close();
  });

  const handle = async (activities: readonly object[]): Promise<{ handled: string[]; repeated: number }> => {
    const handled: string[] = [];
    let repeated = 0;
    const adapter = new TestAdapter((context) => {
      handled.push(context.activity.text);
      return Promise.resolve();
    });
    adapter.use(createTurnOrder({ gate, onRepeated: () => (repeated += 1) }));
    for (const activity of activities) await adapter.processActivity({ ...conversation, ...activity } as never);
    return { handled, repeated };
  };
  const at = (second: number): Date => new Date(Date.UTC(2026, 0, 1, 0, 0, second));

  test.each([
    [
      'a message delivered again',
      [
        { type: 'message', id: '1', text: 'one' },
        { type: 'message', id: '1', text: 'one' },
        { type: 'message', id: '2', text: 'two' },
      ],
      ['one', 'two'],
    ],
    [
      'an edit of a message, and an edit of the edit',
      [
        { type: 'message', id: '1', text: 'one', timestamp: at(1) },
        { type: ActivityTypes.MessageUpdate, id: '1', text: 'two', timestamp: at(2) },
        { type: ActivityTypes.MessageUpdate, id: '1', text: 'three', timestamp: at(3) },
        { type: ActivityTypes.MessageUpdate, id: '1', text: 'three', timestamp: at(3) },
      ],
      ['one', 'two', 'three'],
    ],
  ])('%s is handled once', async (_name, activities, expected) => {
    const { handled, repeated } = await handle(activities);
    expect(handled).toEqual(expected);
    expect(repeated).toBe(1);
  });

  test('a turn whose state another changed meanwhile runs again on what is there now', async () => {
    const storage = createBotStateStorage({ database });
    const state = new ConversationState(storage);
    const count = state.createProperty<number>('count');
    let runs = 0;
    const adapter = new TestAdapter(async (context) => {
      const before = await count.get(context, 0);
      runs += 1;
      if (runs === 1) {
        await database.query
          .insertInto('bot_state')
          .values({ key: 'test/conversations/c/', value: '{"count":41}', etag: 'x', answers: 0, expires_at: 1e15 })
          .execute();
      }
      await count.set(context, before + 1);
      await state.saveChanges(context);
    });
    adapter.use(createTurnOrder({ gate }));
    await adapter.processActivity({ ...conversation, type: 'message', id: '1', text: 'x' } as never);
    expect(runs).toBe(2);
    expect(await storage.read(['test/conversations/c/'])).toMatchObject({ 'test/conversations/c/': { count: 42 } });
  });
});
