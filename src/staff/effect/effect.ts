import type { Match } from '../../matching/match';

/** What the assistant makes of a text, in short. */
export interface Verdict {
  readonly kind: Match['kind'];
  /** Topics answered or offered, best first. */
  readonly topics: readonly string[];
  /** Probability (0–1) of the best one. */
  readonly score: number;
}

/** A text that is understood otherwise than before. */
export interface Change {
  readonly text: string;
  /** What it should lead to, where that is known. */
  readonly topic: string | undefined;
  readonly from: Verdict;
  readonly to: Verdict;
}

/** How many of a set of questions lead where they should. */
export interface Score {
  readonly all: number;
  /** Answered with the right topic. */
  readonly right: number;
  /** The right topic is among those offered. */
  readonly offered: number;
  /** Answered with another topic: the worst. */
  readonly wrong: number;
}

/** A new sentence that stands against something. */
export type Conflict =
  /** Another topic has the same words. */
  | { readonly kind: 'twin'; readonly text: string; readonly topic: string }
  /** It stands among what is none of our business. */
  | { readonly kind: 'stray'; readonly text: string; readonly group: string }
  /** It is heard as an urgent sign, and will be, whatever topic has it. */
  | { readonly kind: 'urgent'; readonly text: string }
  /** As long as nobody writes it down here, it is surely a question of another topic. */
  | { readonly kind: 'elsewhere'; readonly text: string; readonly topic: string; readonly to: Verdict }
  /** Even with the change it does not lead to its topic. */
  | { readonly kind: 'astray'; readonly text: string; readonly topic: string; readonly to: Verdict };

/** What a change would do if it went live. */
export interface Effect {
  readonly conflicts: readonly Conflict[];
  /** Phrasings of all topics that, by likeness alone, would belong elsewhere than before. */
  readonly phrasings: { readonly all: number; readonly changed: readonly Change[] };
  /** Saved questions whose reading changes, and the figures before and after. */
  readonly saved: { readonly before: Score; readonly after: Score; readonly changed: readonly Change[] };
  /** Waiting questions that are understood otherwise. */
  readonly waiting: { readonly all: number; readonly changed: readonly Change[] };
}
