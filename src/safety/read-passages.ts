import type { Message } from './message';
import type { MessageWords } from './read-words';
import type { Span } from './span';

/** Most words of a passage: the examples are about as long, and a sign takes no more. */
const LONGEST_PASSAGE = 14;
/** A clause without an end is read in passages that overlap by half. */
const STEP = LONGEST_PASSAGE / 2;

/**
 * The passages a message is heard in: each clause by itself, and neighbouring clauses together as long as they are not
 * too many words. A sign at the end of a long story is heard as if it stood alone; frames are not counted and not heard.
 */
export function readPassages(words: MessageWords, message: Message): Span[] {
  const clauses = readClauses(words, message);
  const passages = new Map<string, Span>();
  clauses.forEach((clause, first) => {
    add(passages, clause);
    let length = clause.said;
    for (const next of clauses.slice(first + 1)) {
      length += next.said;
      if (length > LONGEST_PASSAGE) break;
      add(passages, { start: clause.start, end: next.end });
    }
  });
  return [...passages.values()];
}

interface Clause extends Span {
  /** Words outside frames. */
  readonly said: number;
}

function readClauses({ lexemes }: MessageWords, { begins, framed }: Message): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (let end = 1; end <= lexemes.length; end += 1) {
    if (end < lexemes.length && begins[end] !== true) continue;
    if (framed[start] !== true) clauses.push(...cut(start, end));
    start = end;
  }
  return clauses;
}

function cut(start: number, end: number): Clause[] {
  if (end - start <= LONGEST_PASSAGE) return [{ start, end, said: end - start }];
  const pieces: Clause[] = [];
  for (let from = start; from + STEP < end; from += STEP) {
    const to = Math.min(end, from + LONGEST_PASSAGE);
    pieces.push({ start: from, end: to, said: to - from });
  }
  return pieces;
}

function add(passages: Map<string, Span>, { start, end }: Span): void {
  passages.set(`${start} ${end}`, { start, end });
}
