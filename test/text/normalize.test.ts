import fc from 'fast-check';
import { normalize } from '../../src/text/normalize';

describe('normalize', () => {
  it.each([
    ['hamza seats', 'أسئلة إبر آثار ٱلجلسة', 'اسيله ابر اثار الجلسه'],
    ['hamza on waw and yeh, and alone', 'مسؤول رئة شيء', 'مسوول ريه شي'],
    ['alef maksura', 'متى', 'متي'],
    ['harakat and tatweel', 'بَلازْمــا', 'بلازما'],
    ['decomposed hamza', 'أبر', 'ابر'],
    ['presentation forms', 'ﺑﻼﺯﻣﺎ', 'بلازما'],
    ['Persian letters', 'کیلوید', 'كيلويد'],
    ['Gulf and Iraqi letters', 'چم گطرة', 'كم كطره'],
    ['Maghrebi letters', 'ڭاع ڨداش', 'كاع قداش'],
    ['Arabic and Persian digits', '١٢٣ ۴۵۶', '123 456'],
    ['letters held down', 'بكااااام الجلسسسسة', 'بكام الجلسه'],
    ['digits in a row stay', '1000', '1000'],
    ['direction marks and zero-width joiners', '\u200FPRP\u200E ل\u200Cلوجه', 'prp للوجه'],
    ['punctuation', 'كم السعر؟! ( للوجه ) ،', 'كم السعر للوجه'],
    ['French accents', 'séance déjà prévue', 'seance deja prevue'],
    ['emoji', 'شكرا 🌹🌹', 'شكرا'],
    ['nothing but signs', '؟!…', ''],
  ])('%s', (_name, text, expected) => {
    expect(normalize(text)).toBe(expected);
  });

  it('is idempotent on any Unicode text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normalize(text);
        expect(normalize(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves only letters, digits and single spaces', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => /^(\p{L}|\p{N}| (?! |$))*$/u.test(normalize(text))));
  });
});
