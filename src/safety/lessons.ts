import type { Traits } from './traits';

/** Messages laid out flat: going through millions of traits in arrays of arrays takes most of the time of learning. */
export interface Lessons {
  /** Of each message the number of its first word; behind the last, how many words there are. */
  readonly words: Int32Array;
  /** Of each word the number of its first trait; behind the last, how many traits there are. */
  readonly traits: Int32Array;
  /** The place of each trait. */
  readonly places: Int32Array;
}

/** Lays messages out. */
export function layOut(messages: readonly Traits[]): Lessons {
  const all = messages.flat();
  const traits = firstsOf(all);
  const places = new Int32Array(traits[all.length] ?? 0);
  all.forEach((each, at) => {
    places.set(each, traits[at]);
  });
  return { words: firstsOf(messages), traits, places };
}

/** How many messages there are. */
export function countOf({ words }: Lessons): number {
  return words.length - 1;
}

function firstsOf(lists: readonly { readonly length: number }[]): Int32Array {
  const firsts = new Int32Array(lists.length + 1);
  lists.forEach(({ length }, at) => (firsts[at + 1] = (firsts[at] ?? 0) + length));
  return firsts;
}
