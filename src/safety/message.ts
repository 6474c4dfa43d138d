import type { Findings } from './find-concepts';
import type { CompiledRules } from './compile-rules';
import { isWider, overlap, type Span } from './span';

/** A message as the rules see it. */
export interface Message {
  readonly findings: Findings;
  /** True at the first word of each clause. */
  readonly begins: readonly boolean[];
  /** True at each word that only frames what is said: a greeting, a plea, a question about what was just told. */
  readonly framed: readonly boolean[];
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
 * What the findings say once figures of speech are taken away with all that stands inside them, weaker readings of the
 * same words with them, and the words inside a frame: "is this normal?" behind a sign asks about the sign and does not
 * turn it into a question. Clauses also begin at words such as "but" and "and I", and around frames.
 */
export function understand(findings: Findings, begins: readonly boolean[], rules: CompiledRules): Message {
  const figures = findings[rules.harmless] ?? NONE;
  const boundaries = new Set(findings[rules.boundary]?.map(({ start }) => start));
  const edges = rules.frameEdges.flatMap((edge) => findings[edge] ?? NONE);
  const frames = rules.frames.flatMap((frame) => findings[frame] ?? NONE).map((frame) => widen(frame, edges));
  const kept = findings.map((spans, concept) => {
    const literal = figures.length === 0 ? spans : spans?.filter((span) => !isInside(span, figures));
    if (frames.length === 0 || rules.frames.includes(concept)) return literal;
    return literal?.filter((span) => !frames.some((frame) => frame.start <= span.start && span.end <= frame.end));
  });
  for (const { stronger, weaker } of rules.overrules) {
    const taken = kept[stronger] ?? NONE;
    if (taken.length === 0) continue;
    for (const concept of weaker)
      kept[concept] = (kept[concept] ?? []).filter((span) => !taken.some((phrase) => overlap(phrase, span)));
  }
  const framed = begins.map((_, at) => frames.some(({ start, end }) => start <= at && at < end));
  return {
    findings: kept,
    framed,
    begins: begins.map((isFirst, at) => isFirst || boundaries.has(at) || (at > 0 && framed[at] !== framed[at - 1])),
  };
}

/** A frame with the small words before and after it: "and is *this normal* or not". */
function widen({ start, end }: Span, edges: readonly Span[]): Span {
  const before = edges.find((edge) => edge.end === start);
  const after = edges.find((edge) => edge.start === end);
  if (before === undefined && after === undefined) return { start, end };
  return widen({ start: before?.start ?? start, end: after?.end ?? end }, edges);
}

function isInside(span: Span, figures: readonly Span[]): boolean {
  return figures.some((figure) => overlap(figure, span) && !isWider(span, figure));
}
