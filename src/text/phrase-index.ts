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
  /** By its first word, the length of the longest phrase: most words begin none, and cost one look. */
  const longest = new Map<string, number>();
  for (const [label, phrases] of lists) {
    for (const phrase of phrases) {
      const folded = phraseWords(phrase).map(key);
      const [first] = folded;
      if (first === undefined) continue;
      const joined = folded.join(' ');
      if (!byPhrase.has(joined)) byPhrase.set(joined, label);
      longest.set(first, Math.max(folded.length, longest.get(first) ?? 0));
    }
  }
  return {
    longestAt(words, at) {
      const first = words[at];
      if (first === undefined) return undefined;
      const folded = key(first);
      const most = longest.get(folded);
      if (most === undefined) return undefined;
      const phrases = [folded];
      for (let length = 2; length <= most && at + length <= words.length; length += 1)
        phrases.push(`${phrases[length - 2] ?? ''} ${key(words[at + length - 1] ?? '')}`);
      for (let length = phrases.length; length > 0; length -= 1) {
        const label = byPhrase.get(phrases[length - 1] ?? '');
        if (label !== undefined) return { label, length };
      }
      return undefined;
    },
  };
}
