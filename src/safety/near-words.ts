/** Words that a misspelling of one letter could have been: a letter changed, missing, added, or two swapped. */
export interface NearWords {
  /** Calls `found` with each known word one slip away from `word`; `attached` letters around it make it longer. */
  each: (word: string, attached: number, found: (known: string) => void) => void;
}

/** Shorter words have too many neighbours that are words themselves. */
const SHORTEST = 4;
/**
 * Lengths of the word meant, with what is attached, from which a slip counts. Letters that sound alike, letters doubled
 * and letters swapped count from the shortest.
 */
const SHORTEST_FOR_WRONG_KEY = 5;
const SHORTEST_FOR_ADDED_LETTER = 5;
const SHORTEST_FOR_LOST_LETTER = 6;

/** Which letters are written for one another. */
export interface Confusion {
  readonly bySound: (written: string, meant: string) => boolean;
  readonly byKey: (written: string, meant: string) => boolean;
}

/**
 * Indexes words by what is left after dropping one letter: two words one slip apart share such a remainder, so a look-up
 * costs one map access a letter however many words are known. Remainders are kept as hashes, without making strings.
 */
export function createNearWords(words: Iterable<string>, confusion: Confusion): NearWords {
  const byRemainder = new Map<number, string[]>();
  for (const word of words) {
    if (word.length < SHORTEST) continue;
    for (let dropped = 0; dropped <= word.length; dropped += 1) {
      const remainder = hashWithout(word, dropped);
      const sharing = byRemainder.get(remainder);
      if (sharing === undefined) byRemainder.set(remainder, [word]);
      else sharing.push(word);
    }
  }
  return {
    each: (word, attached, found) => {
      if (word.length < SHORTEST) return;
      for (let dropped = 0; dropped <= word.length; dropped += 1)
        for (const known of byRemainder.get(hashWithout(word, dropped)) ?? [])
          if (isSlip(word, known, attached, confusion)) found(known);
    },
  };
}

/** A hash of the word without its letter at `dropped`; of the whole word when there is none. */
function hashWithout(word: string, dropped: number): number {
  let hash = 0;
  for (let at = 0; at < word.length; at += 1)
    if (at !== dropped) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0;
  return hash;
}

function isSlip(written: string, known: string, attached: number, confusion: Confusion): boolean {
  if (Math.abs(written.length - known.length) > 1) return false;
  const shorter = Math.min(written.length, known.length);
  let start = 0;
  while (start < shorter && written[start] === known[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && written[written.length - 1 - tail] === known[known.length - 1 - tail]) tail += 1;
  const changed = written.slice(start, written.length - tail);
  const meant = known.slice(start, known.length - tail);
  if (isSwap(changed, meant)) return true;
  if (changed === meant) return true;
  if (changed.length > 1 || meant.length > 1) return false;
  const length = known.length + attached;
  // The first letter of a whole word is rarely mistyped, and changing it makes another word.
  const isInside = start > 0 || attached > 0;
  if (meant === '')
    return isInside && (length >= SHORTEST_FOR_ADDED_LETTER || isBeside(changed, known, start, confusion));
  if (changed === '') return isInside && length >= SHORTEST_FOR_LOST_LETTER;
  if (confusion.bySound(changed, meant)) return true;
  return isInside && length >= SHORTEST_FOR_WRONG_KEY && confusion.byKey(changed, meant);
}

function isSwap(changed: string, meant: string): boolean {
  return changed.length === 2 && meant.length === 2 && changed[0] === meant[1] && changed[1] === meant[0];
}

/** True for a letter that slipped in from a key beside its neighbour, or doubles it. */
function isBeside(added: string, known: string, at: number, { byKey }: Confusion): boolean {
  return [known[at - 1], known[at]].some(
    (letter) => letter !== undefined && (letter === added || byKey(added, letter)),
  );
}
