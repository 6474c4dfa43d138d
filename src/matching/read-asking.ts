import type { Reading } from './reading';
import type { Story } from './match';
import { shareBeliefs } from './read-stretches';
import type { MessageScorer } from './message-scorer';

/** What the clauses of a message that ask say. */
export interface Asking {
  /** How many there are; 1 where the message was not cut. */
  readonly clauses: number;
  /** Share of the words from `start` to before `end` that stand in one of them, 0 to 1. */
  readonly shareOf: (start: number, end: number) => number;
  /** The classifier's belief in a label for the one of them that speaks for it most, 0 to 1. */
  readonly beliefs: Float64Array;
}

/** A clause of one word says too little by itself. */
const SHORTEST = 2;

/** Reads the clauses that ask, each by itself. */
export function readAsking(
  story: Story,
  { words, origins }: Reading,
  scorer: Pick<MessageScorer, 'scoreInto'>,
  labels: number,
): Asking {
  const spans = spansOf(story, origins, words.length);
  const upTo = new Float64Array(words.length + 1);
  const beliefs = new Float64Array(labels);
  const own = new Float64Array(labels);
  for (const { start, end } of spans) {
    for (let at = start; at < end; at += 1) upTo[at + 1] = 1;
    if (end - start < SHORTEST && spans.length > 1) continue;
    scorer.scoreInto(own, start, end);
    shareBeliefs(own);
    for (let label = 0; label < labels; label += 1) beliefs[label] = Math.max(beliefs[label] ?? 0, own[label] ?? 0);
  }
  for (let at = 0; at < words.length; at += 1) upTo[at + 1] = (upTo[at + 1] ?? 0) + (upTo[at] ?? 0);
  return {
    clauses: spans.length,
    shareOf: (start, end) => ((upTo[end] ?? 0) - (upTo[start] ?? 0)) / Math.max(1, end - start),
    beliefs,
  };
}

/** Where they stand, in words as read; the whole message where none does. */
function spansOf(
  { begins, asking }: Story,
  origins: readonly number[],
  words: number,
): { start: number; end: number }[] {
  const placeOf = (origin: number): number => {
    const at = origins.findIndex((from) => from >= origin);
    return at < 0 ? words : at;
  };
  const spans = begins
    .map((begin, at) => ({ start: placeOf(begin), end: placeOf(begins[at + 1] ?? Infinity), asks: asking[at] }))
    .filter(({ start, end, asks }) => asks === true && end > start);
  return spans.length > 0 ? spans : [{ start: 0, end: words }];
}
