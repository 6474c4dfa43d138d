import { RESERVED_IDS } from '../knowledge/checks/check-eligibility-rules';
import type { Given } from './answer';

/** True for the steps that are no questions; every other step is the id of a question or follow-up. */
export function isFixedStep(step: string): boolean {
  return (RESERVED_IDS as readonly string[]).includes(step);
}

/**
 * A running check: plain JSON, kept between turns. It names steps by id, never by position, so the questions may be
 * reordered while people answer them.
 */
export interface CheckState {
  /** Tells buttons of this run from those of an earlier one. */
  readonly run: string;
  readonly step: string;
  /** In the order answered; a changed answer moves to the end. */
  readonly given: readonly Given[];
  /** Replies in a row that were not understood. */
  readonly unclear: number;
  /** The question about symptoms was already put in simpler words because of a "not sure". */
  readonly doubted: boolean;
  /** When the last reply came, in milliseconds since 1970. */
  readonly at: number;
}

/**
 * What pressing a button says to the flow: kept in the button, so that an old one is known for what it is. A type and not
 * an interface, so that it passes for a record of unknown values.
 */
export type ButtonData = {
  readonly check: string;
  readonly step: string;
  readonly value: string;
};

/** A button. `value` is sent when it is pressed and works typed as well; `data` marks buttons of this check. */
export interface CheckChoice {
  readonly title: string;
  readonly value: string;
  readonly data?: ButtonData;
}

/** Something to say, with its buttons. */
export interface Prompt {
  readonly text: string;
  readonly choices: readonly CheckChoice[];
}

/** An outcome as it may be kept for a while: plain JSON, with the answers that led to it and no other. */
export interface KeptOutcome {
  readonly outcome: 'nothing-found' | 'talk-first' | 'stop';
  readonly reasons: readonly Given[];
}

/** Why a check is over. Its answers are gone in every case, but for those that led to an outcome. */
export type End =
  | ({ readonly kind: 'finished' } & KeptOutcome)
  /** Symptoms after a session: the urgent message must follow. */
  | { readonly kind: 'urgent' }
  /** A person was asked for: the caller hands over. */
  | { readonly kind: 'person' }
  /** The reply came too late: nothing was read from it, and the caller treats it as any message. */
  | { readonly kind: 'expired' }
  | { readonly kind: 'declined' | 'cancelled' | 'gave-up' };

/** What a turn makes of the check. */
export type Turned =
  | { readonly kind: 'going'; readonly state: CheckState; readonly prompts: readonly Prompt[] }
  | { readonly kind: 'ended'; readonly end: End; readonly prompts: readonly Prompt[] };
