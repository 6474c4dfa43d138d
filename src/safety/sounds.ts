import * as l from '../text/letters';

/** Letters that one sound is written with in different dialects and spellings; the first of each stands for all. */
const ALIKE = [
  [l.HAH, l.HEH],
  [l.TEH, l.TAH, l.THEH],
  [l.SEEN, l.SAD],
  [l.DAL, l.THAL],
  [l.DAD, l.ZAH],
  [l.QAF, l.KAF],
] as const;
const FOLDED = new Map<string, string>(ALIKE.flatMap((group) => group.map((letter) => [letter, group[0]] as const)));

/** Short vowels are not written in Arabic, long ones often not in Latin: none is kept. */
const VOWELS = new Set<string>([l.ALEF, l.WAW, l.YEH]);
/** Sounds with one Latin spelling: q, k, g and j stand for one another by dialect. */
const LATIN_FOLDED = new Map<string, string>([
  [l.THEH, l.TEH],
  [l.SAD, l.SEEN],
  [l.DAD, l.DAL],
  [l.THAL, l.DAL],
  [l.ZAH, l.DAL],
  [l.ZAIN, l.DAL],
  [l.QAF, l.KAF],
  [l.JEEM, l.KAF],
]);
/** Sounds that some write with a digit of their own (7, 6) and some with a plain letter (h, t). */
const WITH_OR_WITHOUT_DIGIT = [
  [l.HAH, l.HEH],
  [l.TAH, l.TEH],
] as const;

/** The Arabic keyboard of phones and computers, row by row. */
const KEYS = [
  [l.DAD, l.SAD, l.THEH, l.QAF, l.FEH, l.GHAIN, l.AIN, l.HEH, l.KHAH, l.HAH, l.JEEM, l.DAL],
  [l.SHEEN, l.SEEN, l.YEH, l.BEH, l.LAM, l.ALEF, l.TEH, l.NOON, l.MEEM, l.KAF, l.TAH],
  [l.ZAH, l.REH, l.WAW, l.ZAIN, l.THAL],
] as const;
const NEIGHBOURS = new Set(KEYS.flatMap((row) => row.slice(1).map((key, at) => `${row[at] ?? ''}${key}`)));

/** Folds letters that sound alike into one. */
export function foldSounds(word: string): string {
  return Array.from(word, (letter) => FOLDED.get(letter) ?? letter).join('');
}

/** Letters written for one another: they sound alike, or their keys lie side by side. */
export const CONFUSION = {
  bySound: (written: string, meant: string): boolean => foldSounds(written) === foldSounds(meant),
  byKey: (written: string, meant: string): boolean =>
    NEIGHBOURS.has(written + meant) || NEIGHBOURS.has(meant + written),
};

/** The consonants of a word read from Latin letters. */
export function skeleton(word: string): string {
  const body = word.endsWith(l.HEH) ? word.slice(0, -1) : word;
  return Array.from(body, (letter) => (VOWELS.has(letter) ? '' : (LATIN_FOLDED.get(letter) ?? letter))).join('');
}

/** Every {@link skeleton} that Latin spellings of an Arabic word can have. */
export function skeletons(arabic: string): Set<string> {
  return WITH_OR_WITHOUT_DIGIT.reduce(
    (made, [digit, plain]) => new Set([...made].flatMap((each) => [each, each.replaceAll(digit, plain)])),
    new Set([skeleton(arabic)]),
  );
}
