import type { NormalizedText } from './normalize';

/** Latin words keep their digits (Arabizi "sha3r"); Arabic letters and numbers stuck together come apart ("3جلسات"). */
const WORD = /[a-z0-9]*[a-z][a-z0-9]*|\p{N}+|[^\sa-z\p{N}]+/gu;

/** Splits normalized text into words, in order. An empty text gives no words. */
export function tokenize(text: NormalizedText): string[] {
  return text.match(WORD) ?? [];
}

/** True for a word written in Latin letters: Arabizi, English or French. */
export function isLatin(word: string): boolean {
  return /[a-z]/.test(word);
}
