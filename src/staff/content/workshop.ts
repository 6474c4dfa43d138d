import type { Match } from '../../matching/match';
import type { PreparedMatcher } from '../../matching/prepared-matcher';
import type { Effect } from '../effect/effect';
import type { Gauge } from './gauge';

/** Content as staff have it, over the files: item → value. */
export type Items = ReadonlyMap<string, unknown>;

/** A question somebody saved, and where it should lead. */
export interface SavedQuestion {
  readonly text: string;
  readonly topic: string;
}

/** A topic near a question, and the phrasing of it that is likest. */
export interface Nearby {
  readonly topic: string;
  /** Probability, 0 to 1. */
  readonly score: number;
  readonly phrasing: string;
}

/** A question waiting for an answer. */
export interface Waiting {
  readonly text: string;
  /** How often it was asked. */
  readonly times: number;
  /** Milliseconds since 1970. */
  readonly lastAt: number;
}

/** Questions that mean the same. */
export interface Group {
  /** Stays the same while the first question is there. */
  readonly id: string;
  readonly questions: readonly Waiting[];
  readonly times: number;
  readonly nearest: readonly Nearby[];
  /** Whether one of them is heard as an urgent sign. */
  readonly urgent: boolean;
}

/** What the assistant would make of a text. */
export interface Judged {
  readonly match: Match;
  readonly nearest: readonly Nearby[];
  readonly urgent: boolean;
  /** What it tells of the person, in words of facts.yaml. */
  readonly facts: readonly string[];
}

/** Work on content that takes seconds, done beside the turns: none of them waits for it. */
export interface Workshop {
  /** Learns content; what it learnt, to be put together without waiting. */
  learn(items: Items): Promise<PreparedMatcher>;
  /** What it would do if `draft` took the place of `live`. Rejects soon after `gauge` says that nobody waits for it any more. */
  effect(
    request: {
      readonly live: Items;
      readonly draft: Items;
      readonly saved: readonly SavedQuestion[];
      readonly waiting: readonly string[];
    },
    gauge?: Gauge,
  ): Promise<Effect>;
  group(live: Items, waiting: readonly Waiting[]): Promise<readonly Group[]>;
  judge(items: Items, text: string): Promise<Judged>;
  judgeAll(items: Items, texts: readonly string[]): Promise<readonly Match[]>;
  close(): Promise<void>;
}
