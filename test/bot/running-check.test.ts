import { ActivityTypes } from 'botbuilder';
import { createInProcessTalkers } from '../helpers/in-process-talker';
import type { InProcessTalker } from '../helpers/in-process-talker';
import { PATIENCE, createRooms } from '../helpers/rooms';
import { kinds, say, texts } from '../helpers/say-plainly';

let talk: () => InProcessTalker;

beforeAll(async () => {
  talk = createInProcessTalkers(await createRooms());
}, PATIENCE);

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
    ['an urgent sign', 'ما اشوف بعيني اليمين من بعد الابره', 'urgent', 'اطلب الإسعاف'],
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
