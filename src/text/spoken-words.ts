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
  const words: SpokenWord[] = [];
  const add = (start: number, end: number): void => {
    for (const word of tokenize(normalize(text.slice(start, end)))) words.push({ word, start, end });
  };
  if (!eachPlainRun(text, add)) for (const { 0: run, index } of text.matchAll(RUN)) add(index, index + run.length);
  return words;
}

/** ASCII and the block Arabic: what most keyboards type. */
const LAST_PLAIN = 0x6ff;
const isInRun = (() => {
  let table: Uint8Array | undefined;
  return (): Uint8Array =>
    (table ??= Uint8Array.from({ length: LAST_PLAIN + 1 }, (_, code) =>
      String.fromCharCode(code).search(RUN) === 0 ? 1 : 0,
    ));
})();

/** Calls `found` with each run of letters, several times faster than the expression; false, and nothing called, where another sign stands. */
function eachPlainRun(text: string, found: (start: number, end: number) => void): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > LAST_PLAIN) return false;
  const table = isInRun();
  let start = -1;
  for (let at = 0; at < text.length; at += 1) {
    const isInside = table[text.charCodeAt(at)] === 1;
    if (isInside && start < 0) start = at;
    if (isInside || start < 0) continue;
    found(start, at);
    start = -1;
  }
  if (start >= 0) found(start, text.length);
  return true;
}

/** The part of a message that holds these words and the punctuation after them. */
export function sliceOf(text: string, words: readonly SpokenWord[], after: SpokenWord | undefined): string {
  const first = words[0];
  return first === undefined ? '' : text.slice(first.start, after?.start ?? text.length).trim();
}
