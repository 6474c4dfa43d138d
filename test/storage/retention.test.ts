import { createBotStateStorage } from '../../src/storage/state/bot-state-storage';
import { createChatAnswers } from '../../src/storage/chat-log/chat-answers';
import { createConversationLog } from '../../src/storage/chat-log/create-conversation-log';
import type { Database } from '../../src/storage/engine/database';
import { createRetention } from '../../src/storage/engine/retention';
import { createTurnGate } from '../../src/storage/turns/turn-gate';
import { createUnansweredList } from '../../src/storage/lists/unanswered-list';
import { describeEachDatabase } from '../helpers/databases';

const MINUTE = 60_000;
const DAY = 86_400_000;
const NOTHING = { state: 0, conversations: 0, activities: 0, handled: 0, unanswered: 0 };

describeEachDatabase((engine) => {
  const wire = (database: Database) => {
    const clock = { now: Date.now() };
    const now = (): number => clock.now;
    const answers = createChatAnswers({ now });
    const unanswered = createUnansweredList({ database, days: 30, now });
    const log = createConversationLog({ database, now });
    log.close();
    return {
      clock,
      unanswered,
      log,
      storage: createBotStateStorage({ database, answers, now }),
      retention: createRetention({ database, unanswered, answers, now }),
    };
  };

  test('what is in use stays, what has expired goes', async () => {
    const database = await engine.open();
    const { clock, unanswered, log, storage, retention } = wire(database);
    const gate = createTurnGate({ database });
    await storage.write({ a: { eTag: '*' }, b: { eTag: '*' } });
    await log.create({ id: 'old', userId: 'u' });
    await log.append('old', { activity: { type: 'message', from: { role: 'user' } }, key: '1', needsTurn: false });
    await unanswered.record({ text: 'سؤال', kind: 'unknown' });
    await gate.run('c', '1', () => Promise.resolve());
    expect(await retention.purge()).toEqual(NOTHING);

    clock.now += 3 * DAY;
    expect(await retention.purge()).toEqual({ ...NOTHING, handled: 1 });
    await storage.write({ b: { eTag: '*', used: true } });
    await log.create({ id: 'new', userId: 'u' });
    await log.append('new', { activity: { type: 'message', from: { role: 'user' } }, key: '1', needsTurn: false });

    clock.now += 28 * DAY;
    expect(await retention.purge()).toEqual({ ...NOTHING, state: 1, conversations: 1, unanswered: 1 });
    expect(Object.keys(await storage.read(['a', 'b']))).toEqual(['b']);
    expect(await log.find('new')).toBeDefined();
    const left = await database.query.selectFrom('activities').select('conversation_id').execute();
    expect(left).toMatchObject([{ conversation_id: 'new' }]);
    gate.close();
  });

  test('a check left alone is gone from the data after half an hour, with what was said in it', async () => {
    const { clock, log, storage, retention } = wire(await engine.open());
    await log.create({ id: 'c', userId: 'u' });
    const say = (text: string, needsTurn = false) =>
      log.append('c', { activity: { type: 'message', text }, key: text, needsTurn });
    await say('before');
    const check = { eTag: '*', dialogState: { dialogStack: [{ answer: 'حامل-7788' }] } };
    await storage.write({ 'directline/conversations/c/users/u/': check });
    await say('حامل-7788');
    clock.now += 29 * MINUTE;
    expect(await retention.purge()).toEqual(NOTHING);
    expect(await engine.everything()).toContain('7788');
    clock.now += 2 * MINUTE;
    expect(await retention.purge()).toMatchObject({ state: 1 });
    expect(await engine.everything()).not.toContain('7788');
    expect((await log.readAfter('c', 0, 10)).map(({ activity }) => activity['text'])).toEqual(['before']);
  });

  test('more than a batch goes too, also when two instances purge at once', async () => {
    const here = wire(await engine.open());
    const there = wire(await engine.open());
    const items = Object.fromEntries(Array.from({ length: 450 }, (_, n) => [`k${n}`, { eTag: '*' }]));
    await here.storage.write(items);
    here.clock.now += 40 * DAY;
    there.clock.now = here.clock.now;
    const purged = await Promise.all([here.retention.purge(), there.retention.purge()]);
    const again = await here.retention.purge();
    expect(purged[0].state + purged[1].state + again.state).toBe(450);
  });

  test('it purges when it starts, and stops when told', async () => {
    const { clock, storage, retention } = wire(await engine.open());
    clock.now -= 40 * DAY;
    await storage.write({ a: { eTag: '*', text: 'ينتهي-3302' } });
    clock.now += 40 * DAY;
    retention.start();
    await retention.stop();
    expect(await engine.everything()).not.toContain('3302');
  });

  test('a clock that has jumped ahead since the last run deletes nothing, and deletes again once it is right', async () => {
    const database = await engine.open();
    const { clock, storage, retention } = wire(database);
    retention.start();
    await retention.stop();
    await storage.write({ a: { eTag: '*', text: 'يبقى-3303' } });
    const ahead = wire(database);
    ahead.clock.now += 40 * DAY;
    ahead.retention.start();
    await ahead.retention.stop();
    expect(await engine.everything()).toContain('3303');
    clock.now -= 40 * DAY;
    await storage.write({ b: { eTag: '*', text: 'ينتهي-3304' } });
    const right = wire(database);
    right.retention.start();
    await right.retention.stop();
    expect(await engine.everything()).toContain('3303');
    expect(await engine.everything()).not.toContain('3304');
  });
});
