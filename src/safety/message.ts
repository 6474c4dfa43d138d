import type { Findings, Span } from './concept-finder';

/** A message as the rules see it. */
export interface Message {
  readonly findings: Findings;
  /** True at the first word of each clause. */
  readonly begins: readonly boolean[];
}

export function spansOf({ findings }: Message, concept: string): readonly Span[] {
  return findings.get(concept) ?? [];
}

export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Words between two spans; 0 when they touch or overlap. */
export function distance(a: Span, b: Span): number {
  return Math.max(0, b.start - a.end, a.start - b.end);
}

/** True when no clause begins between the end of one span and the start of the other, whichever comes first. */
export function inOneClause({ begins }: Message, a: Span, b: Span): boolean {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  for (let at = first.end; at <= second.start; at += 1) if (begins[at] === true && at > first.start) return false;
  return true;
}
