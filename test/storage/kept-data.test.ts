import { ConversationState, PrivateConversationState, TestAdapter, UserState } from 'botbuilder';

import { createBotStateStorage } from '../../src/storage/state/bot-state-storage';
import { createConversationLog } from '../../src/storage/chat-log/create-conversation-log';
import { createKeptData } from '../../src/storage/lists/kept-data';
import { createTurnGate } from '../../src/storage/turns/turn-gate';
import { createTurnOrder } from '../../src/storage/turns/turn-order';
import { createUnansweredList } from '../../src/storage/lists/unanswered-list';
import { describeEachDatabase } from '../helpers/databases';

const MARKER = 'حكة-بعد-الجلسة-5150';
const place = { channelId: 'directline', userId: 'dl_1', conversationId: 'c1' };
const KEYS = {
  own: [
    'directline/conversations/c1/',
    'directline/conversations/c1/check',
    'directline/users/dl_1/',
    'directline/users/dl_1/likes',
    'directline/conversations/c1/users/dl_1/',
    'directline/conversations/c1/users/dl_1/check',
    'directline/conversations/c2/',
    'directline/conversations/c2/users/dl_1/',
    'directline/conversations/thread;7/users/dl_1/check',
  ],
  others: [
    'directline/conversations/c1/users/dl_2/',
    'directline/conversations/c1/users/dl_12/',
    'directline/conversations/c12/',
    'directline/users/dl_12/',
    'directline/users/dl_2/',
    'msteams/conversations/c1/',
    'msteams/users/dl_1/',
  ],
};

describeEachDatabase((engine) => {
  const fill = async () => {
    const database = await engine.open();
    const storage = createBotStateStorage({ database });
    const log = createConversationLog({ database });
    for (const key of [...KEYS.own, ...KEYS.others]) {
      const text = KEYS.own.includes(key) ? MARKER : 'other';
      await storage.write({ [key]: { eTag: '*', text } });
    }
    for (const [id, userId] of [
      ['c1', 'dl_1'],
      ['c2', 'dl_1'],
      ['c12', 'dl_2'],
    ] as const) {
      await log.create({ id, userId, locale: 'ar-SA' });
      const text = userId === 'dl_1' ? MARKER : 'other';
      const from = { id: userId, role: 'user' };
      await log.append(id, { activity: { type: 'message', text, from }, key: '1', needsTurn: false });
      await log.append(id, { activity: { type: 'message', text }, key: '2', needsTurn: false });
    }
    log.close();
    return { database, storage, log, kept: createKeptData({ database }) };
  };

  test('tells how much is kept of a person in a conversation', async () => {
    const { kept } = await fill();
    expect(await kept.describeKept(place)).toEqual({ stateEntries: 6, messages: 2, messagesFromUser: 1 });
    expect(await kept.describeKept({ ...place, userId: 'nobody' })).toMatchObject({ messages: 0 });
    expect(await kept.describeKept({ channelId: 'x', userId: 'y', conversationId: 'z' })).toEqual({
      stateEntries: 0,
      messages: 0,
      messagesFromUser: 0,
    });
  });

  test('deletes all of it from the data and nothing of others', async () => {
    const { kept, storage, log } = await fill();
    expect(await kept.deleteByUser(place)).toEqual({ stateEntries: 6, messages: 2, messagesFromUser: 1 });
    expect(await engine.everything()).not.toContain(MARKER);
    expect(Object.keys(await storage.read([...KEYS.own, ...KEYS.others])).sort()).toEqual([...KEYS.others].sort());
    expect(await log.readAfter('c12', 0, 10)).toHaveLength(2);
    expect(await log.find('c2')).toBeUndefined();
    expect(await kept.describeKept(place)).toEqual({ stateEntries: 0, messages: 0, messagesFromUser: 0 });
  });

  test('questions without an answer go with the person who asked them; what others asked too stays', async () => {
    const { kept, database } = await fill();
    const list = createUnansweredList({ database });
    const ask = (userId: string, text: string, channelId = 'directline') =>
      list.record({ text, kind: 'unknown', asker: { channelId, userId } });
    await ask('dl_1', MARKER);
    await ask('dl_1', 'هل تفيد في البهاق');
    await ask('dl_1', 'هل تفيد في البهاق');
    await ask('dl_2', 'هل تفيد في البهاق');
    await ask('dl_1', 'من قناة أخرى', 'msteams');
    await kept.deleteByUser(place);
    expect(await engine.everything()).not.toContain(MARKER);
    const left = (await list.list({ limit: 10, days: 7 })).map(({ text, times }) => [text, times]);
    expect(left.sort()).toEqual([
      ['من قناة أخرى', 1],
      ['هل تفيد في البهاق', 1],
    ]);
    expect(await database.query.selectFrom('unanswered_askers').selectAll().execute()).toHaveLength(2);
  });

  test('the chat stays usable, and what was sent meanwhile is still answered', async () => {
    const { kept, log } = await fill();
    await log.append('c1', { activity: { type: 'message', text: 'delete' }, key: '3', needsTurn: true });
    await log.claimTurn('c1');
    await log.append('c1', { activity: { type: 'message', text: 'and now?' }, key: '4', needsTurn: true });
    await kept.deleteByUser(place);
    expect((await log.readAfter('c1', 0, 10)).map(({ activity }) => activity['text'])).toEqual(['and now?']);
    expect(await log.find('c1')).toEqual({ id: 'c1', userId: 'dl_1', locale: undefined });
  });

  test('a turn that deletes saves nothing under the person, whatever it had in hand', async () => {
    const { kept, storage, database, log } = await fill();
    const gate = createTurnGate({ database });
    const states = [new ConversationState(storage), new UserState(storage), new PrivateConversationState(storage)];
    const adapter = new TestAdapter(async (context) => {
      for (const state of states) await state.createProperty<string>('last').set(context, MARKER);
      for (const state of states) await state.saveChanges(context);
      if (context.activity.text === 'delete') await kept.deleteByUser(place);
      for (const state of states) await state.createProperty<string>('next').set(context, `${MARKER} again`);
      for (const state of states) await state.saveChanges(context);
      await log.append('c1', {
        activity: { type: 'message', text: 'done' },
        key: context.activity.id!,
        needsTurn: false,
      });
    });
    adapter.use(createTurnOrder({ gate }));
    const activity = { channelId: 'directline', from: { id: 'dl_1', name: '' }, conversation: { id: 'c1' } };
    await adapter.send({ ...activity, type: 'message', text: 'delete' } as never);
    expect(await engine.everything()).not.toContain(MARKER);
    expect((await log.readAfter('c1', 0, 10)).map(({ activity: { text } }) => text)).toEqual(['done']);
    await adapter.send({ ...activity, type: 'message', text: 'hello' } as never);
    expect((await kept.describeKept(place)).stateEntries).toBe(3);
    gate.close();
  });
});
