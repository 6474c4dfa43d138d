import type { Clause } from './clauses/clause';

/** A message read as a whole: what everything else that is understood of it follows from. */
export interface Reading {
  /** The whole message, in order. */
  readonly clauses: readonly Clause[];
}

/** Reads a message. Pure and deterministic; never throws on any text. */
export type MessageReader = (text: string) => Reading;
