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
  return (foldPlain(text) ?? foldAny(text)) as NormalizedText;
}

function foldAny(text: string): string {
  return compose(text)
    .replace(FOLDABLE, (letter) => FOLDED.get(letter) ?? letter)
    .replace(NOT_TEXT, ' ')
    .replace(DRAWN_OUT, '$1')
    .trim();
}

/** One form of each character, no accents, lower case, Western digits, nothing invisible. */
function compose(text: string): string {
  const whole = text.replace(INVISIBLE, '').normalize('NFKC');
  const bare = ACCENTED.test(whole) ? whole.normalize('NFKD').replace(ACCENTS, '').normalize('NFKC') : whole;
  return bare
    .toLowerCase()
    .replace(INVISIBLE, '')
    .replace(ARABIC_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/** Code units that fold to one, or to nothing, whatever stands beside them: ASCII and the block Arabic. */
const PLAIN_RANGES = [
  [0x20, 0x7e],
  [0x600, 0x6ff],
] as const;
const LAST_PLAIN = 0x6ff;
/** What else a code unit can come to. */
const NOT_PLAIN = 0;
const NOTHING = 1;
const SPACE = 0x20;
/** A letter held down this often is one. */
const DRAWN = 3;

/** Where each plain code unit leads: as {@link foldAny} has it between two letters. */
const plainFolds = (() => {
  let folds: Uint16Array | undefined;
  return (): Uint16Array => (folds ??= readPlainFolds());
})();

function readPlainFolds(): Uint16Array {
  const folds = new Uint16Array(LAST_PLAIN + 1).fill(NOT_PLAIN);
  for (const [first, last] of PLAIN_RANGES) {
    for (let code = first; code <= last; code += 1) {
      const between = foldAny(`b${String.fromCharCode(code)}d`).slice(1, -1);
      if (between.length <= 1) folds[code] = between === '' ? NOTHING : between.charCodeAt(0);
    }
  }
  return folds;
}

/** Room for what is folded: most texts are short, and making room for each costs more than folding it. */
const ROOM = new Uint16Array(1_024);

/** The same as {@link foldAny} in one pass, for what most keyboards type; undefined where anything else stands. */
function foldPlain(text: string): string | undefined {
  const folds = plainFolds();
  const folded = text.length <= ROOM.length ? ROOM : new Uint16Array(text.length);
  let length = 0;
  let run = 0;
  let isFolded = true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const fold = code <= LAST_PLAIN ? (folds[code] ?? NOT_PLAIN) : NOT_PLAIN;
    if (fold === NOT_PLAIN) return undefined;
    isFolded &&= fold === code;
    const isRepeated = length > 0 && fold === folded[length - 1];
    if (fold === NOTHING || (fold === SPACE && (length === 0 || isRepeated))) continue;
    run = isRepeated && !isDigit(fold) ? run + 1 : 1;
    if (run > DRAWN) continue;
    if (run === DRAWN) length -= 1;
    else folded[length++] = fold;
  }
  if (folded[length - 1] === SPACE) length -= 1;
  return isFolded && length === text.length ? text : writeCodes(folded, length);
}

/** Western digits: others are folded into them. */
function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Codes made a text at once: more would be more arguments than a function takes. */
const MOST_AT_ONCE = 4_096;

/** In one piece: a text put together letter by letter is kept as a tree of them, at ten times its size. */
function writeCodes(codes: Uint16Array, length: number): string {
  let text = '';
  for (let from = 0; from < length; from += MOST_AT_ONCE) {
    const some: number[] = [];
    for (let at = from; at < Math.min(length, from + MOST_AT_ONCE); at += 1) some.push(codes[at] ?? SPACE);
    text += String.fromCharCode(...some);
  }
  return text;
}
