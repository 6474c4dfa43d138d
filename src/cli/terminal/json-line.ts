import type { Heard, Reply, ReplyKind } from '../../bot/reply/reply';

/** One line of `ask --json`: what was asked and what the assistant made of it. */
export interface JsonLine extends Heard {
  readonly question: string;
  readonly kind: ReplyKind;
  /** Topic ids, best first. */
  readonly topics: readonly string[];
  /** Probability (0–1) that the first topic is right. */
  readonly score: number;
  readonly answer: string;
}

/** The line for the replies to a question. Several (an answer, then the step of the check again) are one line under the first one's kind. */
export function toJsonLine(question: string, replies: readonly Reply[]): JsonLine {
  const [first] = replies;
  const heard = first?.heard ?? NOTHING_HEARD;
  return {
    question,
    kind: first?.kind ?? 'unknown',
    topics: first?.topics ?? [],
    score: round(first?.score ?? 0),
    answer: replies.map(({ text }) => text).join('\n\n'),
    questions: heard.questions.map((asked) => ({ ...asked, score: round(asked.score) })),
    facts: heard.facts,
  };
}

const NOTHING_HEARD: Heard = { questions: [], facts: [] };
const DIGITS = 1e4;

function round(score: number): number {
  return Math.round(score * DIGITS) / DIGITS;
}
