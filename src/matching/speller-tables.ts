import { numberTexts, type TextNumbers } from '../learning/text-index';
import { consonants } from '../text/arabizi';
import { isLatin } from '../text/tokenize';

/** What takes time to find out of the known words: plain data, made once. */
export interface SpellerTables {
  /** The consonants of words, each with the number of its group. */
  readonly skeletons: TextNumbers;
  readonly sounding: Groups;
  /** First letters with lengths, see `placeOf`, in the order of their groups. */
  readonly places: Uint32Array;
  readonly near: Groups;
  /** The letters of each word of `near.members`. */
  readonly letters: Int32Array;
}

/** Groups of known Arabic words, one behind the other. */
interface Groups {
  /** Where each begins; one more than there are groups. */
  readonly begins: Uint32Array;
  /** The numbers of the words, in their order. */
  readonly members: Uint32Array;
}

/** The known words in Arabic letters, in their order. */
export const arabicOf = (known: ReadonlyMap<string, number>): string[] =>
  [...known.keys()].filter((word) => !isLatin(word));

/** Reads the known words. */
export function readSpeller(known: ReadonlyMap<string, number>): SpellerTables {
  const arabic = arabicOf(known);
  const numbers = Array.from(arabic.keys());
  const bySkeleton = groupBy(numbers, (number) => consonants(arabic[number] ?? ''));
  // Both of which a near word shares or almost shares.
  const byPlace = groupBy(numbers, (number) => placeOf(arabic[number] ?? '', arabic[number]?.length ?? 0));
  const near = lineUp([...byPlace.values()]);
  return {
    skeletons: numberTexts(new Map(Array.from(bySkeleton.keys(), (skeleton, at) => [skeleton, at] as const))),
    sounding: lineUp([...bySkeleton.values()]),
    places: Uint32Array.from(byPlace.keys()),
    near,
    letters: Int32Array.from(near.members, (number) => letterSet(arabic[number] ?? '')),
  };
}

function lineUp(groups: readonly (readonly number[])[]): Groups {
  const begins = new Uint32Array(groups.length + 1);
  groups.forEach((group, at) => (begins[at + 1] = (begins[at] ?? 0) + group.length));
  return { begins, members: Uint32Array.from(groups.flat()) };
}

/** One number for a first letter and a length; words have less than a thousand letters. */
export function placeOf(word: string, length: number): number {
  return word.charCodeAt(0) * 1_000 + length;
}

/** The letters of a word as bits; one differing letter differs in at most two of them. */
export function letterSet(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
