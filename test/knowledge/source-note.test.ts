import { answerDigest } from '../../src/knowledge/answer-digest';
import { createTexts } from '../../src/knowledge/create-texts';
import type { Topic } from '../../src/knowledge/knowledge';
import { loadShipped } from '../helpers/load-shipped';

const knowledge = loadShipped();
const topic = (id: string): Topic => knowledge.topicById.get(id)!;
/** A topic as a physician signed it on a day. */
const signed = (id: string, on: string): Topic => ({
  ...topic(id),
  reviewed: { by: 'د. مثال', on, digest: answerDigest(topic(id)) },
});
const texts = createTexts(knowledge);
const note = (topics: readonly Topic[]): string | undefined => texts.note(topics);
const NOT_REVIEWED = 'لم يراجع طبيب العيادة هذا النص بعد';

describe('the small line under an answer', () => {
  it('names the source of the first fact, which carries the answer', () => {
    expect(note([{ ...topic('dark-circles'), facts: ['F29', 'F50'] }])).toMatch(
      /^المصدر: «تحليل جامع: البلازما حول العينين»، ومصادر أخرى · /,
    );
    expect(note([{ ...topic('dark-circles'), facts: ['F50', 'F29'] }])).not.toMatch(/تحليل جامع: البلازما حول/);
  });

  it('names no other source where none was found for that fact', () => {
    expect(note([{ ...topic('menstruation'), facts: ['F98', 'F53'] }])).toBe(NOT_REVIEWED);
  });

  it('gives the day on which a physician signed the answer, the oldest of several', () => {
    const [first, second] = [signed('number-of-sessions', '2026-11-20'), signed('dark-circles', '2026-03-01')];
    expect(note([first])).toMatch(/ · آخر مراجعة: 20 نوفمبر 2026$/);
    expect(note([first, second])).toMatch(/ · آخر مراجعة: 1 مارس 2026$/);
    expect(note([first, topic('dark-circles')])).toContain(NOT_REVIEWED);
  });

  it.each<[name: string, change: Partial<Topic>]>([
    ['a word of the answer is changed', { answer: 'جواب آخر.' }],
    ['the text for one area is changed', { byArea: { face: 'جواب آخر.' } }],
    ['the short form is changed', { short: 'جواب آخر.' }],
    ['the signature names no text', { reviewed: { by: 'د. مثال', on: '2026-11-20' } }],
    ['only a day stands there', { reviewed: '2026-11-20' }],
  ])('says that the physician has not reviewed it: %s', (_name, change) => {
    expect(note([{ ...signed('number-of-sessions', '2026-11-20'), ...change }])).toContain(NOT_REVIEWED);
  });

  it('gives no such line to what the clinic says of itself', () => {
    expect(note([topic('price')])).toBeUndefined();
    expect(note([])).toBeUndefined();
  });

  it('writes the day with the digits of the clinic', () => {
    const dates = { ...knowledge.messages.dates, digits: '٠١٢٣٤٥٦٧٨٩' };
    const arabic = createTexts({ ...knowledge, messages: { ...knowledge.messages, dates } });
    expect(arabic.note([signed('dark-circles', '2026-11-20')])).toMatch(/٢٠ نوفمبر ٢٠٢٦$/);
  });
});
