import type { Clause } from './clauses/clause';
import type { FollowUp } from './facts/create-follow-up-reader';
import type { FactsRead } from './facts/fact';

/** A message read as a whole: what everything else that is understood of it follows from. */
export interface Reading {
  /** The whole message, in order. */
  readonly clauses: readonly Clause[];
  /** What it tells of the person, or of the one asked for. */
  readonly facts: FactsRead;
  /** It is written in fear or regret. */
  readonly isDistressed: boolean;
  /** It has no subject but what it tells or what was told before: "may I?" asks for a verdict, "how many days?" may not. */
  readonly followUp?: FollowUp | undefined;
}

/** Reads a message. Pure and deterministic; never throws on any text. `at`: now, for dates of birth. */
export type MessageReader = (text: string, at: number) => Reading;
