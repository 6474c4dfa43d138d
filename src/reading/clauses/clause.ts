/**
 * What a part of a message is for.
 *
 * - `filler`: greeting, introduction, plea, talk that changes nothing.
 * - `fact`: what an answer may depend on: an illness, a medicine, a pregnancy, the skin.
 * - `report`: what happened, mostly after a session.
 * - `question`: what is asked.
 * - `leaning`: a question that means nothing without what was said before it ("is this normal?").
 */
export const CLAUSE_KINDS = ['filler', 'fact', 'report', 'question', 'leaning'] as const;
export type ClauseKind = (typeof CLAUSE_KINDS)[number];

/** A part of a message that says one thing. */
export interface Clause {
  readonly kind: ClauseKind;
  /** As written, with the punctuation behind it. */
  readonly text: string;
  /** Its words, normalized. */
  readonly words: readonly string[];
}

/** Cuts a message into clauses, in order. Empty for a message without words. */
export type ClauseReader = (text: string) => readonly Clause[];
