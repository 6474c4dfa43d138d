import type { Message } from './message';
import type { Concept } from './phrasebook';
import type { MessageWords } from './read-words';
import type { Span } from './span';

/** What is heard in a message, or in one clause of it, before anything is decided. */
export interface Hearing {
  /** Its words as they are written, normalized. */
  readonly tokens: readonly string[];
  /** The concepts of the rules that stand in it, each once, figures of speech taken away. */
  readonly concepts: readonly Concept[];
}

/** The whole message as it is heard. */
export function hearWhole({ tokens, lexemes }: MessageWords, message: Message): Hearing {
  return { tokens, concepts: conceptsWithin(message, 0, lexemes.length) };
}

/** What stands around a span, from the clause it begins in to the one it ends in. */
export function hearAround({ tokens, lexemes, writtenIn }: MessageWords, message: Message, span: Span): Hearing {
  let from = span.start;
  while (from > 0 && message.begins[from] !== true) from -= 1;
  let to = span.end;
  while (to < lexemes.length && message.begins[to] !== true) to += 1;
  return {
    tokens: tokens.slice(writtenIn[from], (writtenIn[to - 1] ?? 0) + 1),
    concepts: conceptsWithin(message, from, to),
  };
}

function conceptsWithin({ findings }: Message, from: number, to: number): Concept[] {
  const concepts: Concept[] = [];
  findings.forEach((spans, concept) => {
    if (spans?.some(({ start, end }) => start >= from && end <= to) === true) concepts.push(concept);
  });
  return concepts;
}
