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
import type { Heard } from '../helpers/transcript';

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

const say = (talker: InProcessTalker, text: string): Promise<readonly Heard[]> => talker.say({ text, extras: 'none' });
const kinds = (heard: readonly Heard[]): unknown[] => heard.map(({ kind }) => kind);
const texts = (heard: readonly Heard[]): string => heard.map(({ text }) => text).join('\n');

describe('a running check', () => {
  /** A talk in which the first question about health stands open. */
  async function running(): Promise<{ talker: InProcessTalker; question: string }> {
    const talker = talk();
    await say(talker, 'هل تناسبني البلازما؟');
    await say(talker, 'موافق');
    const question = texts(await say(talker, 'لا'));
    expect(question).toContain('السؤال');
    return { talker, question };
  }

  it.each([
    ['a question', 'كم سعر الجلسة؟', 'answer'],
    ['the typed text of a button', 'حجز موعد', 'answer'],
    ['help', 'مساعدة', 'command'],
    ['the menu', 'كل المواضيع', 'command'],
    ['asking what is kept', 'ماذا تحفظون عني؟', 'command'],
  ])('is interrupted by %s, and asks the same again', async (_name, text, kind) => {
    const { talker, question } = await running();
    const heard = await say(talker, text);
    expect(kinds(heard)).toEqual([kind, 'eligibility']);
    expect(heard[0]?.buttons).toEqual([]);
    expect(heard[1]?.text).toBe(question);
  });

  it.each([
    ['an answer', 'لا'],
    ['a typed answer', 'لا الحمدلله'],
    ['a picture of nothing', '😍'],
    ['social talk', 'شكرا'],
    ['something unknown', 'مين فاز بالمباراة'],
  ])('takes %s for itself', async (_name, text) => {
    const { talker } = await running();
    const heard = await say(talker, text);
    expect(kinds(heard).every((kind) => kind === 'eligibility')).toBe(true);
    expect(texts(heard)).toContain('السؤال');
  });

  it.each([
    ['an urgent sign', EMERGENCY, 'urgent', 'اطلب الإسعاف'],
    ['deletion', 'احذف بياناتي', 'command', 'تم الحذف'],
    ['cancel', 'إلغاء', 'eligibility', 'ومُحيت إجاباتك'],
    ['asking for a person', 'موظف', 'handoff', '0500000000'],
  ])('is over after %s', async (_name, text, kind, holds) => {
    const { talker } = await running();
    const heard = await say(talker, text);
    expect(heard[0]?.kind).toBe(kind);
    expect(texts(heard)).toContain(holds);
    expect(kinds(await say(talker, 'لا'))).toEqual([kind === 'urgent' ? 'urgent' : 'social']);
  });

  it('gives way to the urgent message when symptoms are told', async () => {
    const talker = talk();
    await say(talker, 'هل تناسبني البلازما؟');
    await say(talker, 'موافق');
    expect(kinds(await say(talker, 'نعم'))).toEqual(['urgent']);
  });

  it('goes on after a restart of the program', async () => {
    const { talker, question } = await running();
    await talker.restart();
    const heard = await say(talker, 'لا');
    expect(kinds(heard)).toEqual(['eligibility']);
    expect(texts(heard)).not.toBe(question);
  });

  it('is over after half an hour, and the late message is one like any other', async () => {
    const { talker } = await running();
    await talker.wait(31);
    const heard = await say(talker, 'كم سعر الجلسة؟');
    expect(heard[0]?.topics).toEqual(['price']);
    expect(texts(heard)).toContain('أنهيت الفحص ومُحيت إجاباتك');
    expect(kinds(await say(talker, 'لا'))).toEqual(['social']);
  });

  it('takes no edited message for an answer', async () => {
    const { talker, question } = await running();
    expect(texts(await talker.edit({ text: 'لا', extras: 'none' }))).toBe(question);
  });

  it.each([
    ['an emergency', 'عندي ضيق تنفس شديد بعد الحقن', 'urgent', 'اطلب الإسعاف'],
    ['cancel', 'إلغاء', 'eligibility', 'ومُحيت إجاباتك'],
    ['deletion', 'احذف بياناتي', 'command', 'تم الحذف'],
    ['a question', 'كم سعر الجلسة؟', 'answer', 'السؤال'],
    ['asking for a person', 'أريد موظف', 'handoff', '0500000000'],
    ['back', 'رجوع', 'eligibility', 'أعراض'],
  ])('reads %s in an edited message as in a new one', async (_name, text, kind, holds) => {
    const { talker } = await running();
    const heard = await talker.edit({ text, extras: 'none' });
    expect(heard[0]?.kind).toBe(kind);
    expect(texts(heard)).toContain(holds);
  });

  it.each<['image' | 'sticker']>([['image'], ['sticker']])(
    'says that it reads words when a %s comes',
    async (extras) => {
      const { talker, question } = await running();
      for (let times = 1; times <= 4; times += 1) {
        const heard = await talker.say({ text: '', extras });
        expect(kinds(heard)).toEqual(['unknown', 'eligibility']);
        expect(heard.at(-1)?.text).toBe(question);
      }
    },
  );

  it.each(['صحيح، أظهر النتيجة', 'تخطي السؤال', 'غيّر جوابي عن العمر', 'تغيير إجابة'])(
    'is missed politely when "%s" is typed without it',
    async (text) => {
      expect(texts(await say(talk(), text))).toContain('لا يوجد فحص جارٍ');
    },
  );

  it.each([
    ['an installation', { type: ActivityTypes.InstallationUpdate, action: 'remove' }],
    ['a member', { type: ActivityTypes.ConversationUpdate, membersRemoved: [{ id: 'bot', name: '' }] }],
  ])('is over when the assistant is removed as %s, and the next time it greets again', async (_name, removal) => {
    const { talker } = await running();
    await talker.join();
    expect(await talker.send(removal)).toEqual([]);
    expect(kinds(await talker.join())).toEqual(['social']);
    expect(kinds(await say(talker, 'لا'))).toEqual(['social']);
  });

  it('refuses a button of a check that is over', async () => {
    const value = { check: 'long ago', step: 'age', value: 'yes' };
    const heard = await talk().send({ type: ActivityTypes.Message, value });
    expect(texts(heard)).toContain('هذا الزر من فحص انتهى');
  });
});

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
      { text: 'انا مين … بالمباراة امبارح', kind: 'unknown', asker: { channelId: 'test', userId: 'patient' } },
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
