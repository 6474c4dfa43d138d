import { WAW } from '../text/letters';
import { normalize } from '../text/normalize';
import { isLatin } from '../text/tokenize';
import type { Lexeme, Lexicon } from './lexicon';

/** Words of denial that are written into the verb after them, as staff list them. */
interface GluedDenial {
  /** The word put in their place. */
  readonly word: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What a written word can be: one set of words of the rules for each word that is written in it. */
export type WordReader = (written: string) => readonly ReadonlySet<Lexeme>[];

/** Two words written as one are looked for only in longer ones, each half having this many letters at least. */
const SHORTEST_DOUBLE = 7;
const SHORTEST_HALF = 3;
/**
 * Longer ones are no words, and no two written as one: looking what they could have been costs time with the square of
 * their length (measured: 400 ms for a thousand letters, 2 s for a denial repeated).
 */
const LONGEST_WORD = 40;

/**
 * Reads written words: as they are spelt first; then taken apart, a denial from its verb ("maashoof") or two words
 * without their space; then as misspellings.
 */
export function createWordReader(lexicon: Lexicon, { word, before, after }: GluedDenial): WordReader {
  const denial = lexicon.readSpelt(normalize(word));
  const prefixes = before.map(normalize);
  const suffixes = [...after.map(normalize), ''];
  const canBeDenied = (verb: string): boolean =>
    isLatin(verb) ? read(verb).some((found) => found.size > 0) : lexicon.hasVerb(verb);

  const verbIn = (denied: string): string | undefined => {
    for (const prefix of prefixes.filter((each) => denied.startsWith(each))) {
      for (const suffix of suffixes.filter((each) => denied.endsWith(each))) {
        const verb = denied.slice(prefix.length, denied.length - suffix.length);
        if (verb.length >= SHORTEST_HALF && canBeDenied(verb)) return verb;
      }
    }
    return undefined;
  };

  const halvesOf = (double: string): string[] => {
    if (isLatin(double) || double.length < SHORTEST_DOUBLE) return [];
    for (let at = SHORTEST_HALF; at <= double.length - SHORTEST_HALF; at += 1) {
      const halves = [double.slice(0, at), double.slice(at)];
      if (halves.every((half) => lexicon.lists(half))) return halves;
    }
    return [];
  };

  const read = (written: string): ReadonlySet<Lexeme>[] => {
    const spelt = lexicon.readSpelt(written);
    if (spelt.size > 0 || written.length <= SHORTEST_HALF || written.length > LONGEST_WORD) return [spelt];
    const verb = verbIn(written) ?? (written.startsWith(WAW) ? verbIn(written.slice(1)) : undefined);
    if (verb !== undefined) return [denial, ...read(verb)];
    const halves = halvesOf(written);
    return halves.length > 0 ? halves.map((half) => lexicon.readSpelt(half)) : [lexicon.readLoosely(written)];
  };
  return read;
}
