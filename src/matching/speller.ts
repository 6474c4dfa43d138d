import Fuse, { type IFuseOptions } from 'fuse.js';
import { consonants, foldSounds, readArabizi } from '../text/arabizi';
import { createTextIndex } from '../learning/text-index';
import { arabicOf, letterSet, placeOf, readSpeller, type SpellerTables } from './speller-tables';

/** Finds the known word that a word was meant to be. */
export interface Speller {
  /** The nearest known word to a mistyped Arabic one, or undefined when none is near. */
  correct(word: string): string | undefined;
  /** The known Arabic word that a Latin spelling sounds like ("fawa2ed"), or undefined. */
  sound(latinWord: string): string | undefined;
}

/** Words shorter than this have too many neighbours: most four-letter corrections are wrong, and cost 0.5 points out of scope. */
const SHORTEST_CORRECTED = 5;
/** Fuse's gate, errors per letter: one error in five to eight letters, two in nine and more. 0.29 mends no more and misleads more. */
const LARGEST_DIFFERENCE = 0.24;
/** Corrections remembered, so that the same slip costs nothing twice. */
const MOST_REMEMBERED = 5_000;
const SHORTEST_SKELETON = 2;
const NONE = new Uint32Array();

const FUSE_OPTIONS: IFuseOptions<string> = {
  threshold: LARGEST_DIFFERENCE,
  ignoreLocation: true,
  includeScore: true,
  isCaseSensitive: true,
  shouldSort: false,
};

/**
 * A speller over the words of a knowledge base. Fuse.js does the fuzzy search, on what it does best: one short word
 * against a few. A set of letters, kept as bits, leaves out the words that cannot be near; Fuse ranks the handful that
 * is left: against the whole vocabulary one look-up takes 1.5 ms, this way 0.1 ms.
 */
export function createSpeller(
  known: ReadonlyMap<string, number>,
  { skeletons, sounding, places, near, letters }: SpellerTables = readSpeller(known),
): Speller {
  const arabic = arabicOf(known);
  const groupOf = new Map(Array.from(places, (place, group) => [place, group] as const));
  const soundOf = createTextIndex(skeletons);
  const soundingLike = (skeleton: string): Uint32Array => {
    const group = soundOf(skeleton);
    return group === undefined ? NONE : sounding.members.subarray(sounding.begins[group], sounding.begins[group + 1]);
  };
  const candidates = (word: string): string[] => {
    const wanted = letterSet(word);
    const mostDifferent = 2 * Math.floor(word.length * LARGEST_DIFFERENCE);
    const found: string[] = [];
    for (let length = word.length - 1; length <= word.length + 1; length += 1) {
      const group = groupOf.get(placeOf(word, length)) ?? places.length;
      const end = near.begins[group + 1] ?? 0;
      for (let at = near.begins[group] ?? 0; at < end; at += 1) {
        if (countBits(wanted ^ (letters[at] ?? 0)) > mostDifferent) continue;
        const other = arabic[near.members[at] ?? 0] ?? '';
        if (sharesEdges(word, other)) found.push(other);
      }
    }
    return found;
  };

  const remembered = new Map<string, string | undefined>();
  const search = (word: string): string | undefined =>
    best(new Fuse(candidates(word), FUSE_OPTIONS).search(word), ({ item, score = 1 }) => {
      const longer = Math.abs(item.length - word.length) / 10;
      return familiarity(known, item) / 4 - score - longer;
    })?.item;

  return {
    correct(word) {
      if (word.length < SHORTEST_CORRECTED || known.has(word)) return undefined;
      if (!remembered.has(word)) {
        if (remembered.size >= MOST_REMEMBERED) remembered.clear();
        remembered.set(word, search(word));
      }
      return remembered.get(word);
    },
    sound(latinWord) {
      const heard = guessesOf(latinWord).flatMap((guess) => {
        const skeleton = consonants(guess);
        const words = skeleton.length < SHORTEST_SKELETON ? NONE : soundingLike(skeleton);
        return Array.from(words, (number) => ({ word: arabic[number] ?? '', guess }));
      });
      return best(
        heard,
        ({ word, guess }) => familiarity(known, word) - differences(foldSounds(word), foldSounds(guess)),
      )?.word;
    },
  };
}

/** The sign for a stop of the breath also stands for the qaf that Egypt and the Levant pronounce so. */
const STOP = '2';

function guessesOf(latinWord: string): string[] {
  const plain = readArabizi(latinWord);
  return latinWord.includes(STOP) ? [plain, readArabizi(latinWord.replaceAll(STOP, 'q'))] : [plain];
}

/** A typing error rarely hits both ends of a word, and least of all its first letter: that is the same already. */
function sharesEdges(word: string, other: string): boolean {
  return word[1] === other[1] || word.at(-1) === other.at(-1);
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** 0 to 1: how usual a word is in the knowledge base; breaks ties between near words. */
function familiarity(known: ReadonlyMap<string, number>, word: string): number {
  return Math.min(1, Math.log1p(known.get(word) ?? 0) / 5);
}

function best<T>(candidates: readonly T[], score: (candidate: T) => number): T | undefined {
  let winner: T | undefined;
  let highest = -Infinity;
  for (const candidate of candidates) {
    const value = score(candidate);
    if (value > highest) [winner, highest] = [candidate, value];
  }
  return winner;
}

/** Levenshtein distance of two short words. */
function differences(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
