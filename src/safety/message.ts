import type { Findings } from './find-concepts';
import type { CompiledRules } from './compile-rules';
import { isWider, overlap, type Span } from './span';

/** A message as the rules see it. */
export interface Message {
  readonly findings: Findings;
  /** True at the first word of each clause. */
  readonly begins: readonly boolean[];
}

const NONE: readonly Span[] = [];

/** Where a concept stands in the message. */
export function spansOf({ findings }: Message, concept: number): readonly Span[] {
  return findings[concept] ?? NONE;
}

/** True when no clause begins between the end of one span and the start of the other, whichever comes first. */
export function inOneClause({ begins }: Message, a: Span, b: Span): boolean {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  for (let at = first.end; at <= second.start; at += 1) if (begins[at] === true && at > first.start) return false;
  return true;
}

/**
 * What the findings say once figures of speech are taken away with all that stands inside them, and weaker readings of
 * the same words with them. Clauses also begin at words such as "but" and "and I".
 */
export function understand(findings: Findings, begins: readonly boolean[], rules: CompiledRules): Message {
  const harmless = findings[rules.harmless] ?? NONE;
  const boundaries = new Set(findings[rules.boundary]?.map(({ start }) => start));
  const kept =
    harmless.length === 0 ? [...findings] : findings.map((spans) => spans?.filter((span) => !isInside(span, harmless)));
  for (const { stronger, weaker } of rules.overrules) {
    const taken = kept[stronger] ?? NONE;
    if (taken.length === 0) continue;
    for (const concept of weaker)
      kept[concept] = (kept[concept] ?? []).filter((span) => !taken.some((phrase) => overlap(phrase, span)));
  }
  return { findings: kept, begins: begins.map((isFirst, at) => isFirst || boundaries.has(at)) };
}

function isInside(span: Span, figures: readonly Span[]): boolean {
  return figures.some((figure) => overlap(figure, span) && !isWider(span, figure));
}
