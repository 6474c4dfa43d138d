import { normalize } from './normalize';
import { tokenize } from './tokenize';

/** A word of a message as it was meant, and where it was written. */
export interface SpokenWord {
  /** Normalized. */
  readonly word: string;
  /** Where the run of letters it belongs to begins and ends in the message, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** Letters, digits and what may stand inside a word without separating it (marks, joiners, apostrophes of Arabizi). */
const RUN = /[\p{L}\p{N}\p{M}\p{Cf}'\u0640]+/gu;

/** The words of a message, in order. */
export function readWords(text: string): SpokenWord[] {
  return Array.from(text.matchAll(RUN)).flatMap(({ 0: run, index }) =>
    tokenize(normalize(run)).map((word) => ({ word, start: index, end: index + run.length })),
  );
}

/** The part of a message that holds these words and the punctuation after them. */
export function sliceOf(text: string, words: readonly SpokenWord[], after: SpokenWord | undefined): string {
  const first = words[0];
  return first === undefined ? '' : text.slice(first.start, after?.start ?? text.length).trim();
}
