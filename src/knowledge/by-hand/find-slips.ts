import { findLineEnds } from './find-line-ends';
import { findLineSlips } from './find-line-slips';
import { findSwallowed } from './find-swallowed';
import type { Slip } from './slip';

/**
 * What whoever edited a content file by hand cannot have meant and YAML takes without a word, or answers with a fault
 * elsewhere: merge marks, spaces and marks that look like nothing, lines that swallow their neighbours, texts cut off.
 * Measured: 40 ms for the 2.6 MB shipped.
 */
export function findSlips(text: string): Slip[] {
  const ends = findLineEnds(text);
  if (ends.length > 0) return ends;
  return [...findLineSlips(text), ...findSwallowed(text)];
}
