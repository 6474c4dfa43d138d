import * as l from './letters';

/**
 * Latin spellings of Arabic sounds, longest first. Digits stand for the letters they resemble; a sound with two usual
 * readings takes the commoner one (9 is qaf in the Maghreb, sad in the Gulf; g is jeem in Egypt).
 */
const SOUNDS: readonly (readonly [latin: string, arabic: string])[] = [
  ["3'", l.GHAIN],
  ["7'", l.KHAH],
  ['sch', l.SHEEN],
  ['sh', l.SHEEN],
  ['ch', l.SHEEN],
  ['kh', l.KHAH],
  ['gh', l.GHAIN],
  ['th', l.THEH],
  ['dh', l.THAL],
  ['ph', l.FEH],
  ['ou', l.WAW],
  ['oo', l.WAW],
  ['ee', l.YEH],
  ['ei', l.YEH],
  ['ai', l.YEH],
  ['aa', l.ALEF],
  ['2', l.ALEF],
  ['3', l.AIN],
  ['4', l.SHEEN],
  ['5', l.KHAH],
  ['6', l.TAH],
  ['7', l.HAH],
  ['8', l.QAF],
  ['9', l.QAF],
  ['a', l.ALEF],
  ['b', l.BEH],
  ['c', l.KAF],
  ['d', l.DAL],
  ['e', ''],
  ['f', l.FEH],
  ['g', l.JEEM],
  ['h', l.HEH],
  ['i', l.YEH],
  ['j', l.JEEM],
  ['k', l.KAF],
  ['l', l.LAM],
  ['m', l.MEEM],
  ['n', l.NOON],
  ['o', l.WAW],
  ['p', l.BEH],
  ['q', l.QAF],
  ['r', l.REH],
  ['s', l.SEEN],
  ['t', l.TEH],
  ['u', l.WAW],
  ['v', l.FEH],
  ['w', l.WAW],
  ['x', l.KAF + l.SEEN],
  ['y', l.YEH],
  ['z', l.ZAIN],
];
const LONGEST_SOUND = 3;
const ARABIC_BY_LATIN = new Map(SOUNDS);

/** Letters that Latin spellings confuse, folded together so that spellings meet. */
const CONFUSED = new Map<string, string>([
  [l.TAH, l.TEH],
  [l.THEH, l.TEH],
  [l.SAD, l.SEEN],
  [l.DAD, l.DAL],
  [l.THAL, l.DAL],
  [l.ZAH, l.ZAIN],
  [l.HAH, l.HEH],
  [l.QAF, l.KAF],
]);
/** Vowels and their seats. */
const VOWELS: ReadonlySet<string> = new Set([l.ALEF, l.WAW, l.YEH]);

/** Reads a Latin-letter word as Arabic, sound by sound ("sha3r" to sheen-alef-ain-reh): a guess to be looked up, not a spelling. */
export function readArabizi(word: string): string {
  let arabic = '';
  for (let at = 0; at < word.length;) {
    let length = Math.min(LONGEST_SOUND, word.length - at);
    while (length > 1 && !ARABIC_BY_LATIN.has(word.slice(at, at + length))) length -= 1;
    const sound = word.slice(at, at + length);
    if (length > 1 || word[at] !== word[at - 1]) arabic += ARABIC_BY_LATIN.get(sound) ?? '';
    at += length;
  }
  return arabic;
}

/** The consonants of an Arabic word, confusable ones folded: what survives any Latin spelling of it. Final heh (teh marbuta) is a vowel here. */
export function consonants(arabicWord: string): string {
  const body = arabicWord.endsWith(l.HEH) ? arabicWord.slice(0, -1) : arabicWord;
  return Array.from(foldSounds(body), (letter) => (VOWELS.has(letter) ? '' : letter)).join('');
}

/** An Arabic word with the letters folded that Latin spellings confuse; its vowels stay. */
export function foldSounds(arabicWord: string): string {
  return Array.from(arabicWord, (letter) => CONFUSED.get(letter) ?? letter).join('');
}
