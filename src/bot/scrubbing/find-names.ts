import type { Knowledge } from '../../knowledge/knowledge';
import { ALEF, HEH, LAM, TEH_MARBUTA, YEH } from '../../text/letters';
import { createPhraseIndex } from '../../text/phrase-index';
import type { KnownNames } from './known-names';
import type { KnownWords } from './known-words';

/** Finds which words of a sentence may name somebody or a place, or tell a number or a date of birth in words. */
export type NameFinder = (words: readonly string[]) => ReadonlySet<number>;

const WORDS_OF_A_NAME = 2;
/** "Al-Omari": behind a first name, even where its stem is a word that is known ("my age"). */
const FAMILY_NAME = new RegExp(`^${ALEF}${LAM}.{2,}${YEH}(${TEH_MARBUTA}|${HEH})?$`, 'u');
/** So many numbers in words, one after the other, are a telephone or an identity number. */
const NUMBERS_OF_A_NUMBER = 4;
/** So many single letters are those of a licence plate. */
const LETTERS_OF_A_PLATE = 2;

interface Dependencies {
  readonly privateWords: Knowledge['privateWords'];
  readonly words: KnownWords;
  readonly names: KnownNames;
}

/** Creates it. Where names stand (after "my name is", "doctor", "my daughter", "I live in") ordinary words must be usual ones to stay. */
export function createNameFinder({ privateWords, words, names }: Dependencies): NameFinder {
  const { beforeOwnNames, beforeNames, afterNames, beforeHomes, beforePlaces, between, beforeBirth, numbers } =
    privateWords;
  const positions = createPhraseIndex([
    ['surely', [...beforeOwnNames, ...beforeHomes]],
    ['maybe', [...beforeNames, ...beforePlaces]],
    ['birth', beforeBirth],
    ['after', afterNames],
  ] as const);
  const isNumber = wordIn(numbers);
  const isBetween = wordIn(between);
  const mayBeName = (word: string): boolean => names.isName(word) || !words.isUsual(word);

  return (plain) => {
    const out = new Set<number>();
    for (const [at, word] of plain.entries()) {
      const length = names.certainAt(plain, at);
      for (let n = 0; n < length; n += 1) out.add(at + n);
      if (!words.isKnown(word)) out.add(at);
      const position = positions.longestAt(plain, at);
      if (position === undefined) continue;
      const next = at + position.length;
      if (position.label === 'birth') leaveNumbers(plain, next, out);
      else if (position.label === 'after') leaveBefore(plain, at - 1, out);
      else leaveName(plain, next, position.label === 'surely', out);
    }
    for (const at of runsOf(plain, isNumber, NUMBERS_OF_A_NUMBER)) out.add(at);
    for (const at of runsOf(plain, (word) => word.length === 1, LETTERS_OF_A_PLATE)) out.add(at);
    leaveNeighbours(plain, out);
    return out;
  };

  function leaveName(plain: readonly string[], at: number, surely: boolean, out: Set<number>): void {
    for (let n = at; n < Math.min(at + WORDS_OF_A_NAME, plain.length); n += 1) {
      const word = plain[n] ?? '';
      if (!(surely && n === at) && !mayBeName(word) && !(n > at && isOfFamily(word))) return;
      out.add(n);
    }
  }

  function leaveBefore(plain: readonly string[], at: number, out: Set<number>): void {
    if (names.isName(plain[at] ?? '')) out.add(at);
  }

  function leaveNumbers(plain: readonly string[], from: number, out: Set<number>): void {
    for (let at = from; at < plain.length && isNumber(plain[at] ?? ''); at += 1) out.add(at);
  }

  /** What stands beside a certain name, and can be one, belongs to it. */
  function leaveNeighbours(plain: readonly string[], out: Set<number>): void {
    for (const [at, word] of plain.entries()) {
      if (!out.has(at)) continue;
      const next = isBetween(plain[at + 1] ?? '') ? at + 2 : at + 1;
      const after = plain[next] ?? '';
      if (names.isName(after) || (names.isName(word) && isOfFamily(after)))
        for (let n = at + 1; n <= next; n += 1) out.add(n);
      const before = isBetween(plain[at - 1] ?? '') ? at - 2 : at - 1;
      if (names.isCertain(word) && names.isName(plain[before] ?? '')) for (let n = before; n < at; n += 1) out.add(n);
    }
  }

  function isOfFamily(word: string): boolean {
    return FAMILY_NAME.test(word) && !words.isUsual(word);
  }
}

function wordIn(list: readonly string[]): (word: string) => boolean {
  const index = createPhraseIndex([[true, list]] as const);
  return (word) => index.longestAt([word], 0) !== undefined;
}

/** Positions of the words that stand in a run of at least `length` such. */
function runsOf(words: readonly string[], is: (word: string) => boolean, length: number): number[] {
  const found: number[] = [];
  let run: number[] = [];
  for (const [at, word] of [...words, ''].entries()) {
    if (at < words.length && is(word)) run.push(at);
    else {
      if (run.length >= length) found.push(...run);
      run = [];
    }
  }
  return found;
}
