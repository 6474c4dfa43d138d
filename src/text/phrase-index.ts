import { normalize } from './normalize';
import { tokenize } from './tokenize';

/** A phrase found in a sentence: what it is, and how many words it takes. */
export interface Found<Label> {
  readonly label: Label;
  readonly length: number;
}

/** Finds the longest known phrase that begins at a word. */
export interface PhraseIndex<Label> {
  longestAt(words: readonly string[], at: number): Found<Label> | undefined;
}

/** Splits a phrase of the content into the words it is compared by. */
export function phraseWords(phrase: string): string[] {
  return tokenize(normalize(phrase));
}

/**
 * @param lists what each phrase means. Of two meanings of one phrase the first listed is kept.
 * @param key folds a word before comparing (a stemmer, say).
 */
export function createPhraseIndex<Label>(
  lists: readonly (readonly [label: Label, phrases: readonly string[]])[],
  key: (word: string) => string = (word) => word,
): PhraseIndex<Label> {
  const byPhrase = new Map<string, Label>();
  let longest = 0;
  for (const [label, phrases] of lists) {
    for (const phrase of phrases) {
      const folded = phraseWords(phrase).map(key);
      const joined = folded.join(' ');
      if (folded.length > 0 && !byPhrase.has(joined)) byPhrase.set(joined, label);
      longest = Math.max(longest, folded.length);
    }
  }
  return {
    longestAt(words, at) {
      const window = words.slice(at, at + longest).map(key);
      for (let length = window.length; length > 0; length -= 1) {
        const label = byPhrase.get(window.slice(0, length).join(' '));
        if (label !== undefined) return { label, length };
      }
      return undefined;
    },
  };
}
