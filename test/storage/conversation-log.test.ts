import { createBotStateStorage } from '../../src/storage/state/bot-state-storage';
import { createChatAnswers } from '../../src/storage/chat-log/chat-answers';
import { deleteConversationRows } from '../../src/storage/chat-log/conversation-rows';
import { type StoredConversationLog, createConversationLog } from '../../src/storage/chat-log/create-conversation-log';
import type { Database } from '../../src/storage/engine/database';
import { createTurnGate } from '../../src/storage/turns/turn-gate';
import { describeEachDatabase } from '../helpers/databases';

const said = (text: string) => ({ type: 'message', text, from: { id: 'dl_1', role: 'user' } });
const replied = (text: string) => ({ type: 'message', text, from: { id: 'bot', role: 'bot' } });
const draft = (text: string, key = text) => ({ activity: said(text), key, needsTurn: true });
const reply = (text: string, key = text) => ({ activity: replied(text), key, needsTurn: false });

const textsOf = async (log: StoredConversationLog, after = 0): Promise<readonly unknown[]> =>
  (await log.readAfter('c', after, 1_000)).map(({ activity }) => activity['text']);

describeEachDatabase((engine) => {
  const logs: StoredConversationLog[] = [];
  const openLog = async (database?: Database, now?: () => number): Promise<StoredConversationLog> => {
    const log = createConversationLog({
      database: database ?? (await engine.open()),
      ...(now === undefined ? {} : { now }),
    });
    logs.push(log);
    return log;
  };
  afterEach(() => {
    for (const log of logs.splice(0)) log.close();
  });

  test('a conversation is kept once and found by every instance', async () => {
    const [here, there] = [await openLog(), await openLog()];
    await Promise.all([
      here.create({ id: 'c', userId: 'dl_1', locale: 'ar-SA' }),
      there.create({ id: 'c', userId: 'dl_1', locale: 'ar-SA' }),
    ]);
    await here.create({ id: 'c', userId: 'dl_other' });
    expect(await there.find('c')).toEqual({ id: 'c', userId: 'dl_1', locale: 'ar-SA' });
    expect(await there.find('d')).toBeUndefined();
    expect(await there.count()).toBe(1);
  });

  test('activities come back whole, in order, with ids and rising timestamps', async () => {
    const log = await openLog();
    await log.create({ id: 'c', userId: 'dl_1' });
    const channelData = { clientActivityID: 'x1', deep: [null, { a: 'أ' }] };
    const first = await log.append('c', { activity: { ...said('سلام'), channelData }, key: '1', needsTurn: true });
    await Promise.all(Array.from({ length: 20 }, (_, n) => log.append('c', reply(`r${n}`))));
    const entries = await log.readAfter('c', 0, 100);
    expect(entries[0]).toEqual(first.entry);
    expect(entries[0]?.activity).toMatchObject({ ...said('سلام'), channelData, id: expect.any(String) });
    const sequences = entries.map(({ sequence }) => sequence);
    expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
    const stamps = entries.map(({ activity }) => activity.timestamp);
    expect(new Set(stamps).size).toBe(21);
    expect(stamps).toEqual([...stamps].sort());
    expect(await log.readAfter('c', sequences[4]!, 2)).toEqual(entries.slice(5, 7));
  });

  test('two instances that append at once give every activity a place of its own', async () => {
    const both = [await openLog(), await openLog()];
    await both[0]!.create({ id: 'c', userId: 'dl_1' });
    await Promise.all(Array.from({ length: 40 }, (_, n) => both[n % 2]!.append('c', draft(`m${n}`))));
    const entries = await both[0]!.readAfter('c', 0, 100);
    expect(new Set(entries.map(({ sequence }) => sequence)).size).toBe(40);
    expect(new Set(entries.map(({ activity }) => activity.timestamp)).size).toBe(40);
  });

  test('what is sent twice is kept once, under one id', async () => {
    const both = [await openLog(), await openLog()];
    await both[0]!.create({ id: 'c', userId: 'dl_1' });
    const sent = await Promise.all(Array.from({ length: 6 }, (_, n) => both[n % 2]!.append('c', draft('same'))));
    expect(sent.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(sent.map(({ entry }) => `${entry.sequence} ${entry.activity.id}`)).size).toBe(1);
    expect(await textsOf(both[0]!)).toEqual(['same']);
  });

  test('nothing is said into a conversation that is not there', async () => {
    const log = await openLog();
    await expect(log.append('missing', draft('x'))).rejects.toThrow('There is no such conversation.');
    expect(await log.readAfter('missing', 0, 10)).toEqual([]);
  });

  test('a replaced activity keeps its id and time, and comes as news', async () => {
    const log = await openLog();
    await log.create({ id: 'c', userId: 'dl_1' });
    const { entry } = await log.append('c', reply('before'));
    await log.append('c', reply('between'));
    const replaced = await log.replace('c', entry.activity.id, replied('after'));
    expect(replaced?.activity).toMatchObject({ id: entry.activity.id, timestamp: entry.activity.timestamp });
    expect(await textsOf(log)).toEqual(['between', 'after']);
    expect(await log.replace('c', 'missing', replied('x'))).toBeUndefined();
    await log.deleteActivity('c', entry.activity.id);
    expect(await textsOf(log)).toEqual(['between']);
  });

  test('listeners of this and other instances hear of news, and no more after they left', async () => {
    const [here, there] = [await openLog(), await openLog()];
    await here.create({ id: 'c', userId: 'dl_1' });
    const wakeHere = jest.fn();
    const left = jest.fn();
    const elsewhere = jest.fn();
    here.subscribe('c', wakeHere);
    here.subscribe('c', left)();
    const begun = new Promise<void>((resolve) => elsewhere.mockImplementationOnce(() => resolve()));
    here.subscribe('d', elsewhere);
    if (engine.kind === 'postgres') {
      const heard = new Promise<void>((resolve) => void there.subscribe('c', () => resolve()));
      // The first call of each tells that listening has begun.
      await Promise.all([heard, begun]);
      elsewhere.mockClear();
      const news = new Promise<void>((resolve) => void there.subscribe('c', () => resolve()));
      await here.append('c', draft('x'));
      await news;
    } else await here.append('c', draft('x'));
    expect(wakeHere).toHaveBeenCalled();
    expect(left).not.toHaveBeenCalled();
    expect(elsewhere).not.toHaveBeenCalled();
  });

  test('unanswered messages are taken up one after another, each by one instance', async () => {
    const both = [await openLog(), await openLog()];
    await both[0]!.create({ id: 'c', userId: 'dl_1' });
    for (const text of ['one', 'two']) await both[0]!.append('c', draft(text));
    await both[0]!.append('c', reply('needs none'));
    if (engine.kind === 'sqlite') both.splice(1, 1, both[0]!);
    expect(await both[0]!.findUnanswered()).toEqual(['c']);
    const claims = await Promise.all([...both, ...both].map((log) => log.claimTurn('c')));
    const [claim] = claims.filter((taken) => taken !== undefined);
    expect(claims.filter((taken) => taken !== undefined)).toHaveLength(1);
    expect(claim).toMatchObject({ attempts: 1, entry: { activity: said('one') } });
    expect(claim).toMatchObject({ conversation: { id: 'c', userId: 'dl_1' } });
    expect(await both[1]!.findUnanswered()).toEqual([]);
    const holder = claims.findIndex((taken) => taken !== undefined) % 2;
    await both[holder]!.finishTurn('c', claim!);
    const next = await both[1]!.claimTurn('c');
    expect(next).toMatchObject({ attempts: 1, entry: { activity: said('two') } });
    await both[1]!.finishTurn('c', next!);
    expect(await both[0]!.claimTurn('c')).toBeUndefined();
    expect(await both[0]!.findUnanswered()).toEqual([]);
  });

  test('a message whose process is gone is taken up again after a restart', async () => {
    const database = await engine.open();
    const before = await openLog(database);
    await before.create({ id: 'c', userId: 'dl_1' });
    await before.append('c', draft('one'));
    await before.claimTurn('c');
    before.close();
    await database.close();
    const after = await openLog();
    if (engine.kind === 'postgres') expect(await after.findUnanswered()).toEqual([]);
    while ((await after.findUnanswered()).length === 0) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await after.claimTurn('c')).toMatchObject({ attempts: 2, entry: { activity: said('one') } });
  });

  test('what the bot says in a turn is stored when the turn ends, in its order, or not at all', async () => {
    const database = await engine.open();
    const log = await openLog(database);
    const gate = createTurnGate({ database });
    await log.create({ id: 'c', userId: 'dl_1' });
    await log.append('c', draft('question'));
    const claim = await log.claimTurn('c');
    const wake = jest.fn();
    log.subscribe('c', wake);
    const failing = gate.run('c', '1', async () => {
      await log.append('c', reply('lost'));
      throw new Error('broken');
    });
    await expect(failing).rejects.toThrow('broken');
    let given = '';
    await gate.run('c', '1', async () => {
      given = (await log.append('c', reply('one'))).entry.activity.id;
      await log.append('c', reply('two'));
      await log.finishTurn('c', claim!);
      expect(await textsOf(log)).toEqual(['question']);
      wake.mockClear();
    });
    expect(await textsOf(log)).toEqual(['question', 'one', 'two']);
    expect((await log.readAfter('c', 0, 10))[1]?.activity.id).toBe(given);
    expect(wake).toHaveBeenCalled();
    expect(await log.findUnanswered()).toEqual([]);
    gate.close();
  });

  test('a conversation that was deleted is gone from the data; begun again it goes on above the old watermark', async () => {
    const start = Date.now();
    let now = start;
    const database = await engine.open();
    const log = await openLog(database, () => now);
    await log.create({ id: 'c', userId: 'dl_1' });
    const { entry } = await log.append('c', draft('سر-9d2f'));
    expect(await engine.everything()).toContain('سر-9d2f');
    await database.write((write) => deleteConversationRows(write, ['c']));
    await database.eraseTraces();
    expect(await engine.everything()).not.toContain('سر-9d2f');
    expect(await log.find('c')).toBeUndefined();
    now = start + 2_000;
    await log.create({ id: 'c', userId: 'dl_1' });
    await log.append('c', draft('new'));
    expect(await textsOf(log, entry.sequence)).toEqual(['new']);
  });

  test('a quiet conversation expires, one that is used does not', async () => {
    let now = Date.now();
    const log = await openLog(undefined, () => now);
    for (const id of ['quiet', 'touched', 'used']) {
      await log.create({ id, userId: 'dl_1' });
      await log.append(id, draft('x'));
    }
    for (let day = 0; day < 40; day += 1) {
      now += 86_400_000;
      await log.touch('touched');
      await log.append('used', draft(String(day)));
    }
    expect(await log.find('quiet')).toBeUndefined();
    await expect(log.append('quiet', draft('y'))).rejects.toThrow('no such conversation');
    expect(await log.find('touched')).toBeDefined();
    expect(await log.find('used')).toBeDefined();
    await log.create({ id: 'quiet', userId: 'dl_1' });
    expect(await log.readAfter('quiet', 0, 10)).toEqual([]);
  });

  test('a conversation in which nobody has said anything lives an hour, or as long as its page is open', async () => {
    let now = Date.now();
    const log = await openLog(undefined, () => now);
    for (const id of ['left', 'open']) {
      await log.create({ id, userId: 'dl_1' });
      await log.append(id, reply('welcome'));
    }
    for (let quarter = 0; quarter < 5; quarter += 1) {
      now += 900_000;
      await log.touch('open');
    }
    expect(await log.find('left')).toBeUndefined();
    expect(await log.find('open')).toBeDefined();
    await log.append('open', draft('x'));
    now += 29 * 86_400_000;
    expect(await log.find('open')).toBeDefined();
  });

  test('answers of a check leave the chat when it ends; its outcome stays for half an hour', async () => {
    let now = Date.now();
    const database = await engine.open();
    const log = await openLog(database, () => now);
    const storage = createBotStateStorage({ database, answers: createChatAnswers({ now: () => now }), now: () => now });
    const gate = createTurnGate({ database });
    await log.create({ id: 'c', userId: 'dl_1' });
    const key = 'directline/conversations/c/users/dl_1/';
    const turn = async (text: string, answer: string, dialogStack: readonly unknown[]): Promise<void> => {
      const { entry } = await log.append('c', draft(text));
      await gate.run('directline/c', entry.activity.id, async () => {
        const claim = await log.claimTurn('c');
        await storage.read([key]);
        await storage.write({ [key]: { eTag: '*', dialogState: { dialogStack } } });
        await log.append('c', reply(answer));
        await log.finishTurn('c', claim!);
      });
    };
    await turn('hello', 'welcome', []);
    await turn('check me', 'question 1', [{ id: 'check' }]);
    await turn('مميع-4411', 'question 2', [{ id: 'check', answer: 'مميع-4411' }]);
    await turn('سكري-4411', 'summary', [{ id: 'check', answer: 'سكري-4411' }]);
    expect(await textsOf(log)).toHaveLength(8);
    await turn('yes', 'outcome', []);
    expect(await textsOf(log)).toEqual(['hello', 'welcome', 'check me', 'question 1', 'yes', 'outcome']);
    expect(await engine.everything()).not.toContain('4411');
    now += 31 * 60_000;
    expect(await textsOf(log)).toEqual(['hello', 'welcome', 'check me', 'question 1']);
    gate.close();
  });
});
