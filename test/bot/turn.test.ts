import type { Match } from '../../src/matching/match';
import { ActivityTypes } from 'botbuilder';
import type { Activity } from 'botbuilder';
import type { AssistantDependencies } from '../../src/bot/turn/create-assistant';
import type { TurnFailure } from '../../src/bot/turn/turn-failure';
import type { UnansweredQuestion } from '../../src/bot/memory/unanswered';
import type { Content } from '../../src/program/content/load-content';
import { createInProcessTalkers } from '../helpers/in-process-talker';
import type { InProcessTalker } from '../helpers/in-process-talker';
import { PATIENCE, createRooms } from '../helpers/rooms';
import { kinds, say, texts } from '../helpers/say-plainly';

let rooms: Content;
let talk: () => InProcessTalker;

beforeAll(async () => {
  rooms = await createRooms();
  talk = createInProcessTalkers(rooms);
}, PATIENCE);

const EMERGENCY = 'ما اشوف بعيني اليمين من بعد الابره';
const GROUP: Partial<Activity> = {
  conversation: { id: 'group', isGroup: true, conversationType: 'groupChat', name: '' },
};

const talkWith = (overrides: Partial<AssistantDependencies>): InProcessTalker =>
  createInProcessTalkers(rooms, overrides)();

describe('"did you mean"', () => {
  const OFFERED = ['session-interval', 'session-duration', 'number-of-sessions'];
  const asked = async (): Promise<InProcessTalker> => {
    const topics = OFFERED.map((topic) => ({ topic, score: 0.3 }));
    const unsure = (): Match => ({ kind: 'unsure', topics, score: 0.3 });
    const talker = talkWith({
      matcher: {
        match: unsure,
        matchStory: unsure,
        phrasedAs: () => undefined,
        readTalk: () => undefined,
        knows: () => false,
        words: () => new Set(),
      },
    });
    const [reply] = await say(talker, 'الجلسة');
    expect(reply).toMatchObject({ kind: 'suggest', topics: OFFERED });
    expect(reply?.text).toMatch(/1\. كم المدة[\s\S]*2\. كم تستغرق[\s\S]*3\. كم جلسة/);
    expect(reply?.buttons).toEqual(['كم بين الجلسات؟', 'كم تستغرق الجلسة؟', 'كم جلسة أحتاج؟', 'لا شيء مما سبق']);
    return talker;
  };

  it.each([
    ['by its number', '٢', 'session-duration'],
    ['by its place', 'الثالث', 'number-of-sessions'],
    ['by its button', 'كم بين الجلسات؟', 'session-interval'],
    ['by its question', 'كم تستغرق جلسة البلازما من الوقت', 'session-duration'],
  ])('is answered %s', async (_name, text, topic) => {
    expect((await say(await asked(), text))[0]).toMatchObject({ kind: 'answer', topics: [topic] });
  });

  it.each([
    ['the button', 'لا شيء مما سبق'],
    ['other words', 'مو هذا قصدي'],
    ['a plain no', 'لا'],
    ['its number', '4'],
  ])('is turned down with %s', async (_name, text) => {
    const [reply] = await say(await asked(), text);
    expect(reply).toMatchObject({ kind: 'unknown', topics: [] });
    expect(reply?.text).toContain('شكرًا للتوضيح');
    expect(reply?.buttons).toEqual(['كل المواضيع', 'التحدث مع موظف']);
  });
});

describe('a public place', () => {
  it('never begins the check, and offers to go on in private', async () => {
    const heard = await talk().send({ type: ActivityTypes.Message, text: 'هل تناسبني البلازما؟', ...GROUP });
    expect(kinds(heard)).toEqual(['eligibility']);
    expect(texts(heard)).toContain('محادثة خاصة');
    expect(texts(heard)).not.toContain('قبل أن نبدأ');
  });

  it('answers questions', async () => {
    const heard = await talk().send({ type: ActivityTypes.Message, text: 'كم سعر الجلسة؟', ...GROUP });
    expect(kinds(heard)).toEqual(['answer']);
  });

  it.each([
    ['the assistant joins', [{ id: 'bot', name: '' }], 1],
    ['a member joins', [{ id: 'somebody', name: '' }], 0],
  ])('is greeted once when %s', async (_name, membersAdded, greetings) => {
    const heard = await talk().send({ type: ActivityTypes.ConversationUpdate, membersAdded, ...GROUP });
    expect(heard).toHaveLength(greetings);
  });
});

describe('the welcome', () => {
  it('waits for the person when the assistant joins alone first', async () => {
    const talker = talk();
    const bot = [{ id: 'bot', name: '' }];
    const person = [{ id: 'patient', name: '' }];
    expect(await talker.send({ type: ActivityTypes.ConversationUpdate, membersAdded: bot })).toEqual([]);
    expect(kinds(await talker.send({ type: ActivityTypes.ConversationUpdate, membersAdded: person }))).toEqual([
      'social',
    ]);
    expect(await talker.send({ type: ActivityTypes.ConversationUpdate, membersAdded: person })).toEqual([]);
  });
});

describe('other activities', () => {
  it.each([
    ['typing', { type: ActivityTypes.Typing }],
    ['an event', { type: ActivityTypes.Event, name: 'webchat/join', value: { language: 'ar' } }],
    ['a reaction', { type: ActivityTypes.MessageReaction, reactionsAdded: [{ type: 'like' as const }] }],
    ['a contact update', { type: ActivityTypes.ContactRelationUpdate, action: 'add' }],
    ['an installation', { type: ActivityTypes.InstallationUpdate, action: 'add' }],
    ['the end of a conversation', { type: ActivityTypes.EndOfConversation }],
    ['something unheard of', { type: 'ping' }],
  ])('do no harm: %s', async (_name, activity) => {
    expect(await talk().send(activity)).toEqual([]);
  });

  it('answers an edited question anew', async () => {
    expect((await talk().edit({ text: 'كم سعر الجلسة؟', extras: 'none' }))[0]?.topics).toEqual(['price']);
  });

  it('reads a pressed button that sends a value', async () => {
    const heard = await talk().send({ type: ActivityTypes.Message, value: { say: 'حجز موعد' } });
    expect(heard[0]?.topics).toEqual(['booking']);
  });

  it('deletes what is kept when the channel asks for it', async () => {
    const erased: unknown[] = [];
    const talker = talkWith({ personalData: { erase: (person) => Promise.resolve(void erased.push(person)) } });
    expect(texts(await talker.send({ type: 'deleteUserData' }))).toContain('تم الحذف');
    expect(erased).toEqual([{ channelId: 'test', conversationId: 'conversation 1', userId: 'patient' }]);
  });
});

describe('questions without an answer', () => {
  async function recordedAfter(...messages: string[]): Promise<UnansweredQuestion[]> {
    const recorded: UnansweredQuestion[] = [];
    const talker = talkWith({ unanswered: { record: (question) => Promise.resolve(void recorded.push(question)) } });
    for (const text of messages) {
      await talker.send({ type: ActivityTypes.Message, text, from: { id: 'patient', name: 'سارة العتيبي' } });
    }
    return recorded;
  }

  it('are kept without names and numbers', async () => {
    expect(await recordedAfter('انا سارة 0501234567 مين فاز بالمباراة امبارح')).toEqual([
      { text: 'انا مين فاز بالمباراة امبارح', kind: 'unknown', asker: { channelId: 'test', userId: 'patient' } },
    ]);
  });

  it.each([
    ['an answered question', ['كم سعر الجلسة؟']],
    ['an urgent message', [EMERGENCY]],
    ['social talk', ['شكرا']],
    ['a command', ['مساعدة']],
    ['another language', ['How much is it?']],
    ['anything said inside the check', ['هل تناسبني البلازما؟', 'موافق', 'مين فاز بالمباراة امبارح']],
  ])('are not %s', async (_name, messages) => {
    expect(await recordedAfter(...messages)).toEqual([]);
  });
});

describe('a failure', () => {
  class DiskError extends Error {
    override readonly name = 'DiskError';
    readonly code = 'EIO';
  }

  function failing(isStorageTrouble: boolean) {
    const failures: TurnFailure[] = [];
    const talker = talkWith({
      unanswered: { record: (question) => Promise.reject(new DiskError(`could not write ${question.text}`)) },
      report: (failure) => void failures.push(failure),
      isStorageTrouble: () => isStorageTrouble,
    });
    return { talker, failures };
  }

  it('is apologised for, and noted without a word of the patient', async () => {
    const { talker, failures } = failing(false);
    expect(texts(await say(talker, 'مين فاز بالمباراة امبارح'))).toContain('حدث خلل من جهتي');
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({ type: 'DiskError', code: 'EIO' });
    expect(JSON.stringify(failures)).not.toMatch(/[\u0600-\u06FF]/);
  });

  it('of the storage is told as such', async () => {
    expect(texts(await say(failing(true).talker, 'مين فاز بالمباراة امبارح'))).toContain('لا أستطيع تذكّر');
  });

  it('leaves the conversation usable', async () => {
    const { talker } = failing(false);
    await say(talker, 'مين فاز بالمباراة امبارح');
    expect(kinds(await say(talker, 'كم سعر الجلسة؟'))).toEqual(['answer']);
  });

  it('of a deletion is said, never passed over', async () => {
    const failures: TurnFailure[] = [];
    const personalData = { erase: () => Promise.reject(new DiskError('no')) };
    const talker = talkWith({ personalData, report: (failure) => void failures.push(failure) });
    expect(texts(await say(talker, 'احذف بياناتي'))).toContain('لم يكتمل الحذف');
    expect(failures).toHaveLength(1);
  });
});
