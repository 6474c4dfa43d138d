import type { Reason } from './reason';

/**
 * What is counted: what became of a message, a conversation or a check that began, an offer that was taken, an answer that
 * was given (`topic:…`), that helped or failed somebody, and why.
 */
export type Subject =
  | 'began'
  | 'answer'
  | 'suggest'
  | 'taken'
  | 'unknown'
  | 'urgent'
  | 'handoff'
  | 'eligibility'
  | 'check-begun'
  | 'check-ended'
  | 'social'
  | 'command'
  | `${'topic' | 'helped' | 'failed' | Reason}:${string}`;

/** A count of one day. There is no place in it for who asked, or what. */
export interface Figure {
  /** Year-month-day by the clinic's clock. */
  readonly day: string;
  readonly subject: Subject;
  /** Of the answer's text: the revision that brought it; 0: the files, or where it makes no difference. */
  readonly revision: number;
  readonly count: number;
}

/** Where figures are kept. */
export interface FigureStore {
  /** Adds counts to those that are there. */
  add(figures: readonly Figure[]): Promise<void>;
  /** From a day on. */
  list(from: string): Promise<readonly Figure[]>;
}
