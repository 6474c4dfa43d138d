import type { Opinion } from '../memory/opinion';
import type { Reply, ReplyKind } from '../reply/reply';
import type { Milestone } from './milestone';

/** Counts what becomes of messages. It is given no text and nobody's name, and must never make a turn wait. */
export interface Tally {
  /** A conversation began. */
  began(): void;
  /** A message was answered with these replies, and came to these milestones. */
  answered(replies: readonly Pick<Reply, 'kind' | 'topics'>[], milestones: readonly Milestone[]): void;
  /** The revision that brought the text of a topic; 0: the files. */
  revisionOf(topic: string): number;
  /** Somebody said whether an answer helped, or, later, why not. */
  rated(opinion: Opinion, part: 'verdict' | 'reason'): void;
}

/** Where a message got several replies, the first of these says what became of it. */
const ORDER: readonly ReplyKind[] = [
  'urgent',
  'handoff',
  'answer',
  'suggest',
  'unknown',
  'eligibility',
  'social',
  'command',
];

/** What became of a message; undefined where nothing was said. */
export function outcomeOf(replies: readonly Pick<Reply, 'kind'>[]): ReplyKind | undefined {
  return ORDER.find((kind) => replies.some((reply) => reply.kind === kind));
}
