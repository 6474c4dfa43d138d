import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConversations, loadMessages } from '../../../bench/lib/message-files';
import { createScrubber } from '../../../src/bot/scrubbing/create-scrubber';
import { createKeptLearning } from '../../../src/storage/learnt/kept-learning';
import { loadMatcher } from '../../../src/storage/learnt/load-matcher';
import { phraseWords } from '../../../src/text/phrase-index';
import { loadShipped } from '../../helpers/load-shipped';

const knowledge = loadShipped();
const { words } = loadMatcher(knowledge, createKeptLearning(join('dist', 'kept')));
const scrub = createScrubber(knowledge, words);

describe('what stays of a question nobody could answer', () => {
  it.each([
    ['a plain question', 'هل تفيد البلازما في البهاق؟', 'هل تفيد البلازما في البهاق؟'],
    ['a name after "doctor"', 'دكتورة هناء الزهراني عندها بلازما؟', 'دكتورة … عندها بلازما؟'],
    ['a family name like a known word', 'الدكتورة رهف العمري عندها بلازما', 'الدكتورة … عندها بلازما'],
    ['the name of a friend', 'صاحبتي شيرين عملت بلازما', 'صاحبتي … عملت بلازما'],
    ['a name that stands anywhere', 'قالت لي نورة انها تنفع', 'قالت لي … انها تنفع'],
    ['a name nobody listed', 'كتبت لكم زبرجدية عن السعر', 'كتبت لكم … عن السعر'],
    ['a name that is a word, where a name stands', 'بنتي نور تبي جلسة', 'بنتي … تبي جلسة'],
    ['… and a word where none does', 'هل نور الليزر يضر؟', 'هل نور الليزر يضر؟'],
    ['a name before a family name', 'كلمت امل الشمري عن العرض', 'كلمت … عن العرض'],
    ['a name said', 'اسمي نورة الشمري وعندي بهاق', 'اسمي … وعندي بهاق'],
    ['a name said in English', 'hi my name is Nora Smith بهاق', 'hi my name is … بهاق'],
    ['"with you" before an ordinary word', 'بدي احجز معكم جلسة وجه', 'بدي احجز معكم جلسة وجه'],
    ['a name with "and" or "for"', 'حجزت لسارة وفاطمة جلسة', 'حجزت … جلسة'],
    ['a town', 'عندكم فرع في بريدة؟', 'عندكم فرع في …'],
    ['a town nobody listed', 'انا ساكنة في كفر الدوار كم السعر', 'انا ساكنة في … كم السعر'],
    ['a town that is a word', 'ساكنة في العين كم السعر', 'ساكنة في … كم السعر'],
    ['… and the word', 'الم في العين بعد الجلسة', 'الم في العين بعد الجلسة'],
    ['a licence plate', 'سيارتي لوحتها ا ب ج ١٢٣٤', 'سيارتي لوحتها …'],
    ['a date of birth in words', 'مواليد خمسة مارس الف وتسعمية وتسعين ينفع', 'مواليد … ينفع'],
    ['a telephone number in words', 'رقمي صفر خمسة خمسة واحد اثنين كلموني', 'رقمي … كلموني'],
  ])('%s', (_name, text, expected) => {
    expect(scrub(text, [])).toBe(expected);
  });

  it.each([
    ['مدخل للكرسي المتحرك'],
    ['اجي بالكرسي المتحرك فيه مدخل لذوي الهمم؟'],
    ['عندكم جراج للعربيات؟'],
    ['وين نوقف سياراتنا قدام العيادة'],
    ['ابي شهادة حضور للدوام'],
    ['التأمين بتاعي بيغطي الجلسات عندكوا؟'],
    ['عندكم كرت هدية لصديقتي'],
    ['واش كاين باركينغ قدام العيادة'],
    ['do you have wheelchair access?'],
  ])('every word stays of a question about something new: %s', (text) => {
    expect(scrub(text, [])).toBe(text);
  });

  it.each([
    ['violence', 'جوزي ضربني وفي كدمة تحت عيني'],
    ['coercion', 'زوجي يجبرني اسوي العملية'],
    ['a wish to die', 'ابي اموت'],
    ['self-harm in English', 'i want to hurt myself'],
  ])('nothing is kept of %s', (_name, text) => {
    expect(scrub(text, [])).toBe('');
  });

  it('nothing is kept of words none of which are known', () => {
    expect(scrub('قرطبوش زنمردة', [])).toBe('');
  });
});

/** Names of every region, usual and rare, each in a quarter of the sentences where people name somebody. */
describe('names where people name somebody', () => {
  const [frames, names] = ['frames.txt', 'names.txt'].map((file) =>
    readFileSync(join(__dirname, file), 'utf8').trim().split('\n'),
  ) as [string[], string[]];
  const sentences = names.flatMap((name, n) =>
    frames
      .filter((_, f) => (n + f) % 4 === 0)
      .map((frame) => ({ name, frame, kept: phraseWords(scrub(frame.replace('{}', name), [])) })),
  );

  it('99 of 100 are taken out', () => {
    const leaks = sentences.filter(({ name, frame, kept }) => {
      const own = phraseWords(frame.replace('{}', ''));
      return phraseWords(name).some((part) => !own.includes(part) && kept.includes(part));
    });
    expect(sentences.length).toBeGreaterThan(3_000);
    expect(leaks.length / sentences.length).toBeLessThan(0.01);
  });

  it('and 97 of 100 words around them stay', () => {
    const own = sentences.flatMap(({ frame, kept }) => {
      const left = new Set(kept);
      return phraseWords(frame.replace('{}', '')).map((word) => left.has(word));
    });
    expect(own.filter(Boolean).length / own.length).toBeGreaterThan(0.97);
  });
});

it('97 of 100 words of messages nobody learnt from stay, names of people and towns among the rest', () => {
  const texts = [
    ...loadMessages('held-out').map(({ text }) => text),
    ...loadConversations('held-out').flatMap((turns) => turns.map(({ text }) => text)),
  ];
  let [all, kept] = [0, 0];
  for (const text of texts) {
    const spoken = phraseWords(text).filter((word) => /\p{L}/u.test(word));
    const left = new Set(phraseWords(scrub(text, [])));
    if (left.size === 0) continue;
    all += spoken.length;
    kept += spoken.filter((word) => left.has(word)).length;
  }
  expect(all).toBeGreaterThan(10_000);
  expect(kept / all).toBeGreaterThan(0.97);
});
