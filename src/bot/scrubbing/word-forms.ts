import { normalize } from '../../text/normalize';

/** What Arabic writes in one with a word, normalized. */
export interface Affixes {
  /** "And", "with", "for", articles and what makes a verb of a stem. */
  readonly before: readonly string[];
  /** Pronouns, endings of numbers and persons, "not". */
  readonly after: readonly string[];
}

/** Shorter ones are in too many words. */
const SHORTEST = 3;

/** Calls `isFound` with the word and with what is left of it without each affix, and with each pair; true at the first that is found. */
export type FormFinder = (word: string, isFound: (form: string) => boolean) => boolean;

/** Creates it; an affix is compared in the spelling that words are compared in. */
export function createFormFinder({ before, after }: Affixes): FormFinder {
  const [prefixes, suffixes] = [byLength(before), byLength(after)];
  return (word, isFound) => {
    if (isFound(word)) return true;
    const starts = prefixes.filter((prefix) => word.startsWith(prefix) && word.length - prefix.length >= SHORTEST);
    return ['', ...starts].some((prefix) => {
      const rest = word.slice(prefix.length);
      if (prefix !== '' && isFound(rest)) return true;
      return suffixes.some(
        (suffix) =>
          rest.endsWith(suffix) && rest.length - suffix.length >= SHORTEST && isFound(rest.slice(0, -suffix.length)),
      );
    });
  };
}

const byLength = (affixes: readonly string[]): readonly string[] =>
  [...new Set(affixes.map((affix): string => normalize(affix)))]
    .filter((affix) => affix !== '')
    .sort((one, other) => other.length - one.length);
