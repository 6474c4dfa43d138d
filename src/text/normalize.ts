import * as letters from './letters';

/** Text that {@link normalize} has folded: lower-case letters, Western digits and single spaces, nothing else. */
export type NormalizedText = string & { readonly __normalized: unique symbol };

/** Controls that show nothing: joiners, direction marks, byte order mark, soft hyphen, tatweel, harakat, Quranic marks. */
const INVISIBLE_RANGES = [
  '\\u00AD\\u061C\\u0640',
  '\\u064B-\\u065F\\u0670\\u06D6-\\u06ED',
  '\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F',
  '\\uFE00-\\uFE0F\\uFEFF',
];
const INVISIBLE = new RegExp(INVISIBLE_RANGES.map((range) => `[${range}]`).join('|'), 'g');

/**
 * One spelling per letter. Hamza seats and alef forms follow Lucene's ArabicNormalizer; the rest is what keyboards of
 * Iraq, the Gulf, the Maghreb and Persian layouts put in place of the plain letter.
 */
const FOLDED = new Map<string, string>([
  [letters.HAMZA, ''],
  [letters.ALEF_MADDA, letters.ALEF],
  [letters.ALEF_HAMZA_ABOVE, letters.ALEF],
  [letters.ALEF_HAMZA_BELOW, letters.ALEF],
  [letters.ALEF_WASLA, letters.ALEF],
  [letters.WAW_HAMZA, letters.WAW],
  [letters.YEH_HAMZA, letters.YEH],
  [letters.ALEF_MAKSURA, letters.YEH],
  [letters.FARSI_YEH, letters.YEH],
  [letters.YEH_BARREE, letters.YEH],
  [letters.TEH_MARBUTA, letters.HEH],
  [letters.HEH_DOACHASHMEE, letters.HEH],
  [letters.HEH_GOAL, letters.HEH],
  [letters.AE, letters.HEH],
  [letters.PEH, letters.BEH],
  [letters.TCHEH, letters.KAF],
  [letters.VEH, letters.FEH],
  [letters.QAF_WITH_DOT, letters.QAF],
  [letters.KEHEH, letters.KAF],
  [letters.GAF, letters.KAF],
  [letters.NG, letters.KAF],
  [letters.NOON_GHUNNA, letters.NOON],
]);
const FOLDABLE = new RegExp(`[${[...FOLDED.keys()].join('')}]`, 'gu');

/** Latin letters with accents, as French words among Maghrebi ones are written, and the accents taken apart. */
const ACCENTED = /[\u00C0-\u024F]/;
const ACCENTS = /\p{Mn}/gu;

const ARABIC_DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/g;
/** Letters as most keyboards type them; the word lists, read at every start, are made of these. */
const PLAIN = /^[\u0621-\u063A\u0641-\u064A ]*$/;
const NOT_TEXT = /[^\p{L}\p{N}]+/gu;
/** A letter held down for emphasis: three or more in a row are one. Digits are left alone. */
const DRAWN_OUT = /(\p{L})\1{2,}/gu;

/**
 * Folds every spelling of a sentence into one: presentation forms, harakat, tatweel, hamza seats, teh marbuta, Persian
 * letters, Arabic digits, drawn-out letters, punctuation, invisible marks.
 *
 * Works on any Unicode string, never throws, in time linear in its length, and is idempotent.
 */
export function normalize(text: string): NormalizedText {
  const composed = PLAIN.test(text) ? text : compose(text);
  const folded = composed
    .replace(FOLDABLE, (letter) => FOLDED.get(letter) ?? letter)
    .replace(NOT_TEXT, ' ')
    .replace(DRAWN_OUT, '$1')
    .trim();
  return folded as NormalizedText;
}

/** What plain letters have no need of: one form of each character, no accents, lower case, Western digits, nothing invisible. */
function compose(text: string): string {
  const whole = text.replace(INVISIBLE, '').normalize('NFKC');
  const bare = ACCENTED.test(whole) ? whole.normalize('NFKD').replace(ACCENTS, '').normalize('NFKC') : whole;
  return bare
    .toLowerCase()
    .replace(INVISIBLE, '')
    .replace(ARABIC_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));
}
