import type { Talk } from '../../../src/handover/talk';
import type { TalkChange } from '../../../src/handover/talk-store';
import type { Database } from '../../../src/storage/engine/database';
import { createConversationLog } from '../../../src/storage/chat-log/create-conversation-log';
import { createCallbackList } from '../../../src/storage/handover/create-callback-list';
import { createTalkStore } from '../../../src/storage/handover/create-talk-store';
import { createKeptData } from '../../../src/storage/lists/kept-data';
import { createTurnGate } from '../../../src/storage/turns/turn-gate';
import { describeEachDatabase } from '../../helpers/databases';

const WORDS = 'حكة-بعد-الجلسة-5150';
const place = { channelId: 'directline', conversationId: 'c1', userId: 'dl_1' };
const SARA = { id: 's', name: 'سارة' };
const HUDA = { id: 'h', name: 'هدى' };

describeEachDatabase((engine) => {
  const gates: { close(): void }[] = [];
  afterEach(() => gates.splice(0).forEach((gate) => gate.close()));

  /** One instance of the program over the data of this test. */
  const instance = async (opened?: Database) => {
    const database = opened ?? (await engine.open());
    const gate = createTurnGate({ database });
    gates.push(gate);
    const talks = createTalkStore({ database, conversationDays: 30 });
    const inTurn = (work: () => Promise<void>) => gate.held.run('directline/c1', undefined, work);
    const request = async (withHistory = false): Promise<Talk> => {
      let id = '';
      await inTurn(async () => {
        id = talks.request({ place, topic: 'price', withHistory });
        return Promise.resolve();
      });
      return (await talks.find(id))!;
    };
    const change = (seen: Talk, what: TalkChange) =>
      inTurn(() => {
        talks.change(seen, what);
        return Promise.resolve();
      });
    const texts = async (id: string) => (await talks.messages(id, 0)).map(({ text }) => text);
    return { database, talks, inTurn, request, change, texts };
  };

  test('a talk goes from the request to its end, and then holds no words', async () => {
    const { talks, request, change, texts } = await instance();
    const asked = await request();
    expect(asked).toMatchObject({ state: 'waiting', topic: 'price', place, owner: undefined });
    expect(await talks.findOpen(place)).toEqual(asked);
    await change(asked, { move: { to: 'taken', owner: SARA } });
    const taken = (await talks.find(asked.id))!;
    await change(taken, { messages: [{ key: 'm1', author: 'patient', text: WORDS }] });
    await change(taken, { messages: [{ key: 'm2', author: 'staff', name: SARA.name, text: 'تفضلي' }] });
    expect(await texts(asked.id)).toEqual(['requested', WORDS, 'تفضلي']);
    expect(await engine.everything()).toContain(WORDS);
    await change(taken, { move: { to: 'ended', ending: 'booked' } });
    expect(await talks.find(asked.id)).toMatchObject({ state: 'ended', ending: 'booked', owner: SARA });
    expect(await talks.findOpen(place)).toBeUndefined();
    expect(await texts(asked.id)).toEqual([]);
    expect(await engine.everything()).not.toContain(WORDS);
  });

  test('of two who take a talk at once one has it, and the other learns it', async () => {
    const one = await instance();
    const other = await instance(engine.kind === 'sqlite' ? one.database : undefined);
    const asked = await one.request();
    const taking = await Promise.allSettled([
      one.change(asked, { move: { to: 'taken', owner: SARA } }),
      other.change(asked, { move: { to: 'taken', owner: HUDA } }),
    ]);
    expect(taking.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const winner = taking[0].status === 'fulfilled' ? SARA : HUDA;
    expect((await other.talks.find(asked.id))?.owner).toEqual(winner);
  });

  test('a message that is sent again is kept once', async () => {
    const { request, change, texts } = await instance();
    const asked = await request();
    const message = { key: 'again', author: 'patient', text: 'مرحبًا' } as const;
    await change(asked, { messages: [message] });
    await change(asked, { messages: [message] });
    expect(await texts(asked.id)).toEqual(['requested', 'مرحبًا']);
  });

  test('a conversation has one request at a time', async () => {
    const { talks, request } = await instance();
    const asked = await request();
    await expect(request()).rejects.toThrow('another turn');
    expect((await talks.open()).map(({ id }) => id)).toEqual([asked.id]);
    expect(await talks.counts(place, asked.requestedAt - 1)).toEqual({ requests: 1, waiting: 1 });
  });

  test('what was said before goes along, without what the check asked', async () => {
    const { database, talks, request } = await instance();
    const log = createConversationLog({ database });
    await log.create({ id: 'c1', userId: 'dl_1' });
    const say = (text: string, role: string) =>
      log.append('c1', { activity: { type: 'message', text, from: { id: role, role } }, key: text, needsTurn: false });
    await say('كم السعر؟', 'user');
    const { entry } = await say('السعر كذا', 'bot');
    await database.query.updateTable('conversations').set({ answers_after: entry.sequence }).execute();
    await say('عندي سكري', 'user');
    const { id } = await request(true);
    const written = await talks.messages(id, 0);
    expect(written.map(({ author, text }) => [author, text])).toEqual([
      ['patient', 'كم السعر؟'],
      ['assistant', 'السعر كذا'],
      ['event', 'requested'],
    ]);
    log.close();
  });

  test('goes with everything else kept of a person, and so does a wish to be called', async () => {
    const { database, talks, request, change, inTurn } = await instance();
    const callbacks = createCallbackList({ database });
    const asked = await request();
    await change(asked, { messages: [{ key: 'm1', author: 'patient', text: WORDS }] });
    await inTurn(() => {
      callbacks.add(place, { name: WORDS, number: '0500000000', time: 'مساءً', topic: undefined });
      return Promise.resolve();
    });
    expect(await callbacks.list()).toMatchObject([{ name: WORDS, number: '0500000000', time: 'مساءً' }]);
    await createKeptData({ database }).deleteByUser(place);
    expect(await talks.find(asked.id)).toBeUndefined();
    expect(await callbacks.list()).toEqual([]);
    expect(await engine.everything()).not.toContain(WORDS);
  });
});
