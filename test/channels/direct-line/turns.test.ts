import { isStorageTrouble } from '../../../src/channels/direct-line/storage-trouble';
import { createTurns, type Turns } from '../../../src/channels/direct-line/turns';
import {
  type StoredConversationLog,
  createConversationLog,
} from '../../../src/storage/chat-log/create-conversation-log';
import type { Database } from '../../../src/storage/engine/database';
import { openDatabase } from '../../../src/storage/engine/open-database';
import { StorageUnavailableError } from '../../../src/bot/ports/storage-unavailable-error';
import { TurnLostError } from '../../../src/bot/ports/turn-lost-error';

const CONVERSATION = 'c';

describe('turns', () => {
  let database: Database;
  let log: StoredConversationLog;
  let turns: Turns;
  const begun: string[] = [];
  const ended: string[] = [];
  const failures: unknown[] = [];
  const failing = new Map<string, number>();

  const run = async (_conversationId: string, { entry }: { readonly entry: { readonly activity: object } }) => {
    const { text } = entry.activity as { readonly text: string };
    begun.push(text);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const left = failing.get(text) ?? 0;
    failing.set(text, left - 1);
    if (left > 0 && text.startsWith('taken')) {
      await database.query.updateTable('activities').set({ pending: 0 }).where('pending', '=', 1).execute();
      throw new TurnLostError();
    }
    if (left > 0 && text.startsWith('kept')) throw new StorageUnavailableError('unreachable', undefined);
    if (left > 0) throw new Error('not now');
    ended.push(text);
  };
  const say = (text: string): Promise<unknown> =>
    log.append(CONVERSATION, { activity: { type: 'message', text }, key: text, needsTurn: true });

  beforeEach(async () => {
    for (const list of [begun, ended, failures]) list.splice(0);
    failing.clear();
    database = await openDatabase({ file: ':memory:' });
    log = createConversationLog({ database });
    await log.create({ id: CONVERSATION, userId: 'u' });
    turns = createTurns({
      log,
      run,
      isStorageTrouble,
      onFailure: (error) => failures.push(error),
      pauseMs: 5,
      lookMs: 20,
    });
  });
  afterEach(async () => {
    await turns.stop();
    log.close();
    await database.close();
  });

  it('run one after the other in the order of what was said', async () => {
    for (const text of ['a', 'b', 'c']) {
      await say(text);
      turns.wake(CONVERSATION);
    }
    await turns.settled(CONVERSATION);
    expect(ended).toEqual(['a', 'b', 'c']);
    expect(await log.findUnanswered()).toEqual([]);
  });

  it('what is said while a turn runs is answered, too', async () => {
    await say('a');
    turns.wake(CONVERSATION);
    await say('b');
    turns.wake(CONVERSATION);
    await turns.settled(CONVERSATION);
    expect(ended).toEqual(['a', 'b']);
  });

  it('one that another instance has answered meanwhile is not run again', async () => {
    failing.set('taken', 1);
    await say('taken');
    turns.wake(CONVERSATION);
    await turns.settled(CONVERSATION);
    await say('b');
    turns.wake(CONVERSATION);
    await turns.settled(CONVERSATION);
    expect(begun).toEqual(['taken', 'b']);
    expect(ended).toEqual(['b']);
  });

  it.each([
    ['that fails once is tried again', 1, ['a', 'b']],
    ['that always fails is given up, and the conversation goes on', 99, ['b']],
  ])('one %s', async (_name, times, answered) => {
    failing.set('a', times);
    await say('a');
    await say('b');
    turns.wake(CONVERSATION);
    await turns.settled(CONVERSATION);
    expect(ended).toEqual(answered);
    expect(failures).toHaveLength(Math.min(times, 3));
  });

  it('one that fails because of the database is run until it does not, and what follows waits for it', async () => {
    failing.set('kept', 12);
    await say('kept');
    await say('b');
    turns.start();
    turns.wake(CONVERSATION);
    while (ended.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(ended).toEqual(['kept', 'b']);
    expect(failures).toHaveLength(12);
  });

  it('one whose end cannot be written is taken up again soon, though it is still marked as held', async () => {
    const finish = jest.spyOn(log, 'finishTurn').mockRejectedValueOnce(new StorageUnavailableError('busy', undefined));
    jest.spyOn(log, 'releaseTurn').mockImplementationOnce(async (conversationId, claim) => {
      // Lets it go in this process alone, as where the database cannot be told.
      const { query } = database;
      await log.releaseTurn(conversationId, claim);
      await query.updateTable('activities').set({ claimed_by: database.instance, claim_until: 1e15 }).execute();
    });
    turns = createTurns({
      log,
      run,
      isStorageTrouble: () => true,
      onFailure: (error) => failures.push(error),
      pauseMs: 5,
      lookMs: 20,
    });
    await say('a');
    turns.start();
    while (finish.mock.calls.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    await turns.settled(CONVERSATION);
    expect(begun).toEqual(['a', 'a']);
    expect(await log.findUnanswered()).toEqual([]);
  });

  it('what nobody was told of is found', async () => {
    await say('a');
    turns.start();
    while (ended.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(ended).toEqual(['a']);
  });

  it('a message that ended the process three times is left alone', async () => {
    await say('deadly');
    await say('b');
    // Three processes that took it and died: each leaves its claim behind.
    await database.query.updateTable('activities').set({ attempts: 3, claimed_by: 'dead' }).execute();
    await database.query
      .updateTable('activities')
      .set({ attempts: 0, claimed_by: null })
      .where('body', 'like', '%"b"%')
      .execute();
    turns.wake(CONVERSATION);
    await turns.settled(CONVERSATION);
    expect(begun).toEqual(['b']);
  });

  it('after the stop none begins, and those under way are waited for', async () => {
    await say('a');
    await say('b');
    turns.wake(CONVERSATION);
    while (begun.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    await turns.stop();
    expect(ended).toEqual(['a']);
    turns.wake(CONVERSATION);
    await turns.settled(CONVERSATION);
    expect(begun).toEqual(['a']);
  });
});
