import type { Knowledge } from '../../knowledge/knowledge';
import { normalize } from '../../text/normalize';
import { createPhraseIndex, phraseWords } from '../../text/phrase-index';

/** What is known of names: of people, families and places. */
export interface KnownNames {
  /** Words a name takes that begins at a word and can be nothing else; 0 where none does. */
  certainAt(words: readonly string[], at: number): number;
  /** Whether a word can be a name, even where it is an ordinary word as well. */
  isName(word: string): boolean;
  /** … of nothing but a person, a family or a place. */
  isCertain(word: string): boolean;
}

type Names = Knowledge['privateWords'];

/** Shorter ones are no name without what is written in one with it. */
const SHORTEST = 3;

/** Reads the lists of names. `isUsual`: words that keep what looks like "and", "with" or "for" before a name. */
export function collectNames(
  { names, families, places, alsoWords, joined }: Names,
  isUsual: (word: string) => boolean,
): KnownNames {
  const [all, ordinary, prefixes] = [spelt([...names, ...families, ...places]), spelt(alsoWords), spelt(joined)];
  for (const name of ordinary) all.add(name);
  const certain = new Set([...all].filter((name) => !ordinary.has(name)));
  const phrases = createPhraseIndex([['name', [...certain]]] as const);
  const forms = (word: string): readonly string[] =>
    isUsual(word)
      ? [word]
      : [
          word,
          ...[...prefixes]
            .filter((prefix) => word.startsWith(prefix) && word.length - prefix.length >= SHORTEST)
            .map((prefix) => word.slice(prefix.length)),
        ];
  const isCertain = (word: string): boolean => forms(word).some((form) => certain.has(form));
  return {
    isCertain,
    isName: (word) => forms(word).some((form) => all.has(form)),
    certainAt: (words, at) => phrases.longestAt(words, at)?.length ?? (isCertain(words[at] ?? '') ? 1 : 0),
  };
}

const spelt = (phrases: readonly string[]): Set<string> =>
  new Set(phrases.map((phrase) => phraseWords(normalize(phrase)).join(' ')));
