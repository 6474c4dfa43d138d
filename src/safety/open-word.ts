import { WAW } from '../text/letters';
import { normalize } from '../text/normalize';
import { isLatin } from '../text/tokenize';
import type { Lexicon } from './lexicon';

interface GluedDenial {
  /** The word of denial put in its place. */
  readonly word: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Two words written as one are looked for only in longer ones, each half having this many letters at least. */
const SHORTEST_DOUBLE = 7;
const SHORTEST_HALF = 3;

/** Takes apart what is written as one word: a denial glued to its verb ("maashoof"), or two words without their space. */
export function createWordOpener(lexicon: Lexicon, denial: GluedDenial): (word: string) => readonly string[] {
  const before = denial.before.map(normalize);
  const after = denial.after.map(normalize);

  const canBeDenied = (word: string): boolean => (isLatin(word) ? lexicon.read(word).size > 0 : lexicon.hasVerb(word));

  const denied = (word: string): string | undefined => {
    for (const prefix of before.filter((each) => word.startsWith(each))) {
      for (const suffix of [...after, ''].filter((each) => word.endsWith(each))) {
        const verb = word.slice(prefix.length, word.length - suffix.length);
        if (verb.length >= SHORTEST_HALF && canBeDenied(verb)) return verb;
      }
    }
    return undefined;
  };

  return (word) => {
    if (word.length <= SHORTEST_HALF) return [word];
    const spelt = isLatin(word) ? (lexicon.lists(word) ? word : undefined) : lexicon.spell(word);
    if (spelt !== undefined) return [spelt];
    const verb = denied(word) ?? (word.startsWith(WAW) ? denied(word.slice(1)) : undefined);
    if (verb !== undefined) return [denial.word, verb];
    for (let at = SHORTEST_HALF; word.length >= SHORTEST_DOUBLE && at <= word.length - SHORTEST_HALF; at += 1) {
      const halves = [word.slice(0, at), word.slice(at)];
      if (!isLatin(word) && halves.every((half) => lexicon.lists(half))) return halves;
    }
    return [word];
  };
}
