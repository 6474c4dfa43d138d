import { ALEF, BEH, FEH, KAF, LAM, WAW } from './letters';
import { normalize } from './normalize';

/** Letters that may be written onto the first word: and, so, with, for, like, the. */
const ATTACHED = `(?:[${WAW}${FEH}])?(?:[${BEH}${LAM}${KAF}])?(?:${ALEF}?${LAM})?`;

/**
 * Finds whole words or phrases, however they are spelt, in a text made by {@link spaced}; what may be attached before
 * their first word counts with them. Global, for replacing; finds nothing where there are no wordings.
 */
export function wholeWords(wordings: readonly string[]): RegExp {
  if (wordings.length === 0) return /(?!)/g;
  return new RegExp(`(?<= )${attached(wordings)}(?= )`, 'gu');
}

/** The pattern of one of some wordings, the longest first, with what may be attached before it. */
export function attached(wordings: readonly string[]): string {
  const longestFirst = wordings.map((wording) => normalize(wording)).sort((a, b) => b.length - a.length);
  return `${ATTACHED}(?:${longestFirst.join('|')})`;
}

/** A text in one spelling with spaces around it, so that its first and last word are whole too. */
export function spaced(text: string): string {
  return ` ${normalize(text)} `;
}
