import { FNV_OFFSET, mixText } from '../../learning/fnv';
import { createHashIndex } from '../../learning/hash-index';

/** Words to ask for, kept as hashes: seventy thousand words take a megabyte instead of six. */
export interface WordSet {
  readonly has: (word: string) => boolean;
}

/** Hashes of 32 bits: of a hundred thousand words that are not in the set two or three are taken for one. */
export function createWordSet(words: Iterable<string>): WordSet {
  const hashes = new Set<number>();
  for (const word of words) hashes.add(hashOf(word));
  const index = createHashIndex(Uint32Array.from(hashes));
  return { has: (word) => index.find(hashOf(word)) >= 0 };
}

const hashOf = (word: string): number => mixText(FNV_OFFSET, word) >>> 0;
