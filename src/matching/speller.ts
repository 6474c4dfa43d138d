import Fuse, { type FuseResult, type IFuseOptions } from 'fuse.js';
import { consonants, readArabizi } from '../text/arabizi';
import { isLatin } from '../text/tokenize';

/** Finds the known word that a word was meant to be. */
export interface Speller {
  /** The nearest known word to a mistyped Arabic one, or undefined when none is near. */
  correct(word: string): string | undefined;
  /** The known Arabic word that a Latin spelling sounds like ("fawa2ed"), or undefined. */
  sound(latinWord: string): string | undefined;
}

/** Words shorter than this have too many neighbours to be corrected. */
const SHORTEST_CORRECTED = 4;
/** Fuse's gate, errors per letter: one error in four to six letters, two in seven and more. */
const LARGEST_DIFFERENCE = 0.29;
const SHORTEST_SKELETON = 2;

const FUSE_OPTIONS: IFuseOptions<string> = {
  threshold: LARGEST_DIFFERENCE,
  ignoreLocation: true,
  includeScore: true,
  isCaseSensitive: true,
  shouldSort: false,
};

/**
 * A speller over the words of a knowledge base. Fuse.js does the fuzzy search, on what it does best: one short word
 * against words that begin with the same letter (a typing error rarely hits the first) and are about as long. Against
 * the whole vocabulary one look-up takes 1.5 ms, against such a group 0.1 ms.
 */
export function createSpeller(known: ReadonlyMap<string, number>): Speller {
  const arabic = [...known.keys()].filter((word) => !isLatin(word));
  const bySkeleton = groupBy(arabic, consonants);
  const byShape = groupBy(
    arabic.filter((word) => word.length >= SHORTEST_CORRECTED - 1),
    (word) => shape(word, word.length),
  );
  const searches = new Map<string, Fuse<string>>();

  const search = (word: string, length: number): FuseResult<string>[] => {
    const group = shape(word, length);
    let fuse = searches.get(group);
    if (fuse === undefined) {
      fuse = new Fuse(byShape.get(group) ?? [], FUSE_OPTIONS);
      searches.set(group, fuse);
    }
    return fuse.search(word);
  };

  return {
    correct(word) {
      if (word.length < SHORTEST_CORRECTED || known.has(word)) return undefined;
      const near = [word.length - 1, word.length, word.length + 1].flatMap((length) => search(word, length));
      return best(near, ({ item, score = 1 }) => {
        const longer = Math.abs(item.length - word.length) / 10;
        return familiarity(known, item) - score - longer;
      })?.item;
    },
    sound(latinWord) {
      const guess = readArabizi(latinWord);
      const skeleton = consonants(guess);
      if (skeleton.length < SHORTEST_SKELETON) return undefined;
      return best(bySkeleton.get(skeleton) ?? [], (word) => familiarity(known, word) - differences(word, guess));
    },
  };
}

/** The group of words a word is looked up in: its first letter and a length. */
function shape(word: string, length: number): string {
  return `${word.slice(0, 1)}${length}`;
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

function groupBy(words: readonly string[], key: (word: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const group = groups.get(key(word));
    if (group === undefined) groups.set(key(word), [word]);
    else group.push(word);
  }
  return groups;
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
