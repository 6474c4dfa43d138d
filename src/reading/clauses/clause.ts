/**
 * What a part of a message is for.
 *
 * - `filler`: greeting, introduction, plea, talk that changes nothing.
 * - `fact`: what a person says of themselves: an illness, a medicine, a pregnancy.
 * - `report`: what happened, mostly after a session.
 * - `question`: what is asked.
 * - `wish`: what is wanted that is no answer: a person, the check, a booking.
 */
export type ClauseKind = 'filler' | 'fact' | 'report' | 'question' | 'wish';

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
