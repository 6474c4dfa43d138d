import type { NormalizedText } from './normalize';

/** Latin words keep their digits (Arabizi "sha3r"); Arabic letters and numbers stuck together come apart ("3جلسات"). */
const WORD = /[a-z0-9]*[a-z][a-z0-9]*|\p{N}+|[^\sa-z\p{N}]+/gu;

/** Splits normalized text into words, in order. An empty text gives no words. */
export function tokenize(text: NormalizedText): string[] {
  if (isArabic(text)) return text === '' ? [] : text.split(' ');
  return text.match(WORD) ?? [];
}

const SPACE = 0x20;
const FIRST_ARABIC = 0x620;
const LAST_ARABIC = 0x6ff;

/** True for Arabic letters alone, the words of which lie between spaces: normalized, it has no digits of that block. */
function isArabic(text: NormalizedText): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== SPACE && (code < FIRST_ARABIC || code > LAST_ARABIC)) return false;
  }
  return true;
}

/** True for a word written in Latin letters: Arabizi, English or French. */
export function isLatin(word: string): boolean {
  return /[a-z]/.test(word);
}
