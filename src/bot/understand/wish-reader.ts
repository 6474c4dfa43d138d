import type { Vocabulary } from '../../knowledge/schema/vocabulary';
import { HEH } from '../../text/letters';
import { normalize } from '../../text/normalize';
import { createStemmer } from '../../text/stem';
import { tokenize } from '../../text/tokenize';

/** Whether words are the wish for the eligibility check. */
export type WishReader = (words: readonly string[]) => boolean;

/** The concepts of vocabulary.yaml that name the treatment and add nothing to "does it suit me?". */
const TREATMENT = ['prp', 'session', 'injection', 'needle'];

/**
 * Reads the wish for the check with any name of the treatment or the body area in it, and with "I want to know whether"
 * before it: "does PRP for the face suit me" is "does it suit me". A condition ("… with diabetes") is neither, so that
 * such a question stays a question.
 */
export function createWishReader({ concepts, areas, wishes, asking, protected: whole }: Vocabulary): WishReader {
  const stem = createStemmer(new Set(whole.map((word) => normalize(word))));
  const names = [...TREATMENT.flatMap((concept) => concepts[concept] ?? []), ...areas.face, ...areas.hair];
  const named = new Set(names.map(wordsOf).flatMap((words) => (words.length === 1 ? words.map(stem) : [])));
  const around = createPhraseFinder(asking.map((phrase) => wordsOf(phrase).map(foldGender)));

  const reduce = (words: readonly string[]): string => {
    const bare = words.filter((word) => !named.has(stem(word))).map(foldGender);
    const kept: string[] = [];
    for (let at = 0; at < bare.length;) {
      const length = around(bare, at);
      if (length === 0) kept.push(bare[at] ?? '');
      at += Math.max(length, 1);
    }
    return kept.join(' ');
  };

  const wished = new Set(wishes.eligibility.map((phrase) => reduce(wordsOf(phrase))));
  wished.delete('');
  return (words) => wished.has(reduce(words));
}

function wordsOf(phrase: string): string[] {
  return tokenize(normalize(phrase));
}

/** Shorter words are not feminine forms of others. */
const SHORTEST_FEMININE = 4;

/** "suited" of a woman and of a man alike. Pronouns stay: "does it suit me" is not "does it suit". */
function foldGender(word: string): string {
  return word.length >= SHORTEST_FEMININE && word.endsWith(HEH) ? word.slice(0, -1) : word;
}

/** Says how many words the longest of the phrases takes at a place, 0 for none. */
function createPhraseFinder(phrases: readonly (readonly string[])[]): (words: readonly string[], at: number) => number {
  const known = new Set(phrases.map((phrase) => phrase.join(' ')));
  const longest = Math.max(0, ...phrases.map((phrase) => phrase.length));
  return (words, at) => {
    for (let length = longest; length > 0; length -= 1) {
      if (at + length <= words.length && known.has(words.slice(at, at + length).join(' '))) return length;
    }
    return 0;
  };
}
