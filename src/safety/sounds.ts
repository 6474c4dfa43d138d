import { consonants } from '../text/arabizi';
import * as l from '../text/letters';

/** Letters that one sound is written with in different dialects and spellings; the first of each stands for all. */
const ALIKE = [
  [l.HAH, l.HEH],
  [l.TEH, l.TAH, l.THEH],
  [l.SEEN, l.SAD],
  [l.DAL, l.DAD, l.THAL, l.ZAH, l.ZAIN],
  [l.QAF, l.KAF, l.GHAIN, l.JEEM],
  [l.ALEF, l.AIN, l.YEH],
] as const;
const FOLDED = new Map<string, string>(ALIKE.flatMap((group) => group.map((letter) => [letter, group[0]] as const)));
/** In Latin spellings g, j, k, q and 9 stand for one another by dialect. */
const LATIN_FOLDED = new Map<string, string>([
  [l.QAF, l.KAF],
  [l.JEEM, l.KAF],
  [l.ZAIN, l.DAL],
]);

/** Folds letters that sound alike, so that slips between them are seen as such. */
export function foldSounds(word: string): string {
  return Array.from(word, (letter) => FOLDED.get(letter) ?? letter).join('');
}

/** What survives any Latin spelling of an Arabic word: its consonants, those of one sound as one. */
export function skeleton(word: string): string {
  return Array.from(consonants(word), (letter) => LATIN_FOLDED.get(letter) ?? letter).join('');
}
