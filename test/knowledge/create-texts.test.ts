import { createTexts } from '../../src/knowledge/create-texts';
import { loadShipped } from '../helpers/load-shipped';
import type { Clinic } from '../../src/knowledge/schema/clinic';

const knowledge = loadShipped();
const { chat, urgent, commands, dates, privacy } = knowledge.messages;
const topic = (id: string) => knowledge.topicById.get(id)!;
const textsOf = (clinic: Partial<Clinic>) => createTexts({ ...knowledge, clinic: { example: false, ...clinic } });

const REAL: Partial<Clinic> = {
  name: 'عيادة النور',
  phone: '0112345678',
  hours: ['السبت 9–5', 'الأحد 9–1'],
  prices: [
    { item: 'جلسة للوجه', price: '600 ريال' },
    { item: 'جلسة للشعر', price: '700 ريال' },
  ],
  emergency: '997',
};

describe('createTexts', () => {
  it('puts a list that stands alone on lines of its own', () => {
    expect(textsOf(REAL).answer(topic('price'), undefined)).toContain(
      '\n• جلسة للوجه: 600 ريال\n• جلسة للشعر: 700 ريال\n',
    );
  });

  it('puts a list behind its label on one line', () => {
    expect(textsOf(REAL).answer(topic('contact-clinic'), undefined)).toContain(
      '• أوقات الدوام: السبت 9–5، الأحد 9–1\n',
    );
  });

  it('leaves out the lines whose data the clinic has not given', () => {
    const answer = textsOf(REAL).answer(topic('contact-clinic'), undefined);
    expect(answer).toContain('0112345678');
    expect(answer).not.toMatch(/واتساب|الخريطة|[{}]/);
  });

  it('names what the clinic has not given, where a text asks for it', () => {
    const offers = (clinic: Partial<Clinic>) => textsOf(clinic).answer(topic('offers-instalments'), undefined);
    expect(offers({ payment: 'نقدًا' })).toContain('هنا بعد: العروض، التقسيط، التأمين.');
    const all = { offers: [{ offer: 'خصم' }], instalments: 'نعم', payment: 'نقدًا', insurance: 'لا' };
    expect(offers(all)).not.toMatch(/هنا بعد|[{}]/);
  });

  it.each(['price', 'booking', 'contact-clinic'])('says politely that the clinic has not given its data: %s', (id) => {
    const answer = textsOf({ name: 'عيادة النور' }).answer(topic(id), undefined);
    expect(answer).toBe(topic(id).missing);
  });

  it('answers for a body area with its own text, and without one with what is common', () => {
    const texts = textsOf(REAL);
    const sessions = topic('number-of-sessions');
    expect(texts.answer(sessions, 'hair')).toBe(sessions.byArea?.hair);
    expect(texts.answer(sessions, undefined)).toBe(sessions.answer);
    expect(texts.answer(topic('what-is-prp'), 'hair')).toBe(topic('what-is-prp').answer);
  });

  it('says under the data of an example clinic that they are an example, once', () => {
    const example = createTexts(knowledge);
    expect(example.answer(topic('price'), undefined).split(chat.exampleClinic)).toHaveLength(2);
    expect(example.sentence(urgent.emergency)).toContain(chat.exampleClinic);
    expect(example.sentence(chat.welcome.text)).not.toContain(chat.exampleClinic);
    expect(textsOf(REAL).answer(topic('price'), undefined)).not.toContain(chat.exampleClinic);
  });

  it('tells the action first and then the numbers there are', () => {
    expect(textsOf(REAL).sentence(urgent.emergency)).toBe(
      'اطلب الإسعاف أو توجّه إلى أقرب طوارئ الآن.\nرقم الطوارئ: 997\nهاتف العيادة: 0112345678',
    );
    expect(textsOf({}).sentence(urgent.emergency)).toBe('اطلب الإسعاف أو توجّه إلى أقرب طوارئ الآن.');
  });

  it('has nothing to hand over with when the clinic gave no way to reach it', () => {
    expect(textsOf({ name: 'عيادة النور' }).clinicSentence(commands.human.text)).toBeUndefined();
    expect(textsOf(REAL).clinicSentence(commands.human.text)).toContain('0112345678');
  });

  it('fills a message with its own values', () => {
    expect(textsOf({}).sentence(chat.tooLong, { limit: '500' })).toContain('(500 حرف');
    expect(textsOf({}).sentence(privacy.whatYouKeep.conversation, { days: textsOf({}).days(30) })).toContain('30 يومًا');
  });

  it('takes a value as it is, even one that looks like a placeholder', () => {
    expect(textsOf({}).sentence(chat.tooLong, { limit: '{clinic.phone} $& $1' })).toContain(
      '({clinic.phone} $& $1 حرف',
    );
  });

  it.each([
    ['one', 1, 'يوم واحد'],
    ['two', 2, 'يومين'],
    ['few', 7, '7 أيام'],
    ['many', 30, '30 يومًا'],
    ['a hundred', 100, '100 يوم'],
    ['none', 0, '0 يوم'],
  ])('counts days as Arabic does: %s', (_name, count, said) => {
    expect(textsOf({}).days(count)).toBe(said);
  });

  it('writes with the digits of the clinic', () => {
    const messages = { ...knowledge.messages, dates: { ...dates, digits: '٠١٢٣٤٥٦٧٨٩' } };
    const arabic = createTexts({ ...knowledge, messages });
    expect(arabic.days(30)).toBe('٣٠ يومًا');
  });
});
