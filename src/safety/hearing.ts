import type { Message } from './message';
import type { Concept } from './phrasebook';
import type { MessageWords } from './read-words';
import type { Span } from './span';

/** What is heard in a message, or in one passage of it, before anything is decided. */
export interface Hearing {
  /** Its words as they are written, normalized, without frames. */
  readonly tokens: readonly string[];
  /** The concepts of the rules that stand in it, each once, figures of speech taken away. */
  readonly concepts: readonly Concept[];
}

/** What is heard from the first word of a span to its last. */
export function hearPassage({ tokens, writtenIn }: MessageWords, message: Message, { start, end }: Span): Hearing {
  const heard: string[] = [];
  for (let at = start; at < end; at += 1) {
    const token = writtenIn[at] ?? 0;
    if (message.framed[at] !== true && (at === start || token !== writtenIn[at - 1])) heard.push(tokens[token] ?? '');
  }
  return { tokens: heard, concepts: conceptsWithin(message, start, end) };
}

function conceptsWithin({ findings }: Message, from: number, to: number): Concept[] {
  const concepts: Concept[] = [];
  findings.forEach((spans, concept) => {
    if (spans?.some(({ start, end }) => start >= from && end <= to) === true) concepts.push(concept);
  });
  return concepts;
}
