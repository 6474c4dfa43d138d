import fc from 'fast-check';
import { consonants, readArabizi } from '../../src/text/arabizi';
import { normalize } from '../../src/text/normalize';
import { createStemmer } from '../../src/text/stem';
import { isLatin, tokenize } from '../../src/text/tokenize';

const stem = createStemmer(new Set(['بلازما', 'ليزر']));

describe('tokenize', () => {
  it.each([
    ['words', 'كم سعر الجلسة', ['كم', 'سعر', 'الجلسه']],
    ['Latin stuck to Arabic', 'PRPللوجه', ['prp', 'للوجه']],
    ['a number stuck to a word', '3جلسات', ['3', 'جلسات']],
    ['Arabizi keeps its digits', 'sha3r 7amel', ['sha3r', '7amel']],
    ['nothing', '', []],
  ])('%s', (_name, text, expected) => {
    expect(tokenize(normalize(text))).toEqual(expected);
  });
});

describe('stem', () => {
  it.each([
    ['an article', 'الجلسه', 'جلس'],
    ['a conjunction and article', 'والجلسات', 'جلس'],
    ['lil', 'للشعر', 'شعر'],
    ['a pronoun', 'شعرها', 'شعر'],
    ['Levantine "on the"', 'عالوجه', 'وجه'],
    ['a protected word', 'بلازما', 'بلازما'],
    ['a protected word with its article', 'البلازما', 'بلازما'],
    ['a protected word with a conjunction', 'وبلازما', 'بلازما'],
    ['a short word', 'دم', 'دم'],
  ])('%s', (_name, word, expected) => {
    expect(stem(word)).toBe(expected);
  });

  it('never leaves less than two letters of a longer word', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('اوبلكفهينتمسش')), minLength: 2, maxLength: 12 }),
        (word) => {
          expect(stem(word).length).toBeGreaterThanOrEqual(2);
        },
      ),
    );
  });
});

describe('Arabizi', () => {
  it.each([
    ['fawa2ed', 'فوائد'],
    ['sha3r', 'شعر'],
    ['jalsa', 'جلسة'],
    ['7amel', 'حامل'],
    ['khotoorat', 'خطورات'],
    ['wajh', 'وجه'],
  ])('%s has the consonants of %s', (latin, arabic) => {
    expect(isLatin(latin)).toBe(true);
    expect(consonants(readArabizi(latin))).toBe(consonants(normalize(arabic)));
  });

  it('reads any text without throwing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof consonants(readArabizi(text)) === 'string'));
  });
});

describe('hostile input', () => {
  const hostile = [
    ['one letter', 'ا'.repeat(100_000)],
    ['spaces', ' '.repeat(100_000)],
    ['combining marks', `a${'\u0301'.repeat(100_000)}`],
    ['Latin and digits in turn', 'a1'.repeat(50_000)],
    ['quotes', "3'".repeat(50_000)],
  ] as const;

  it.each(hostile)('100 kB of %s are read', (_name, text) => {
    const words = tokenize(normalize(text));
    expect(words.map(stem).map(consonants)).toHaveLength(words.length);
    expect(typeof readArabizi(text)).toBe('string');
  });
});
