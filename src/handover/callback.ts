import type { Outcome } from './ending';

/** What a patient leaves to be called back. */
export interface CallbackWish {
  readonly name: string;
  /** In Western digits. */
  readonly number: string;
  /** In the patient's words. */
  readonly time: string;
  readonly topic: string | undefined;
}

/** A wish in the staff's list. Times are milliseconds since 1970. */
export interface Callback extends CallbackWish {
  readonly id: string;
  readonly askedAt: number;
  /** When it is deleted. */
  readonly expiresAt: number;
}

/** What can become of a call. */
export const CALL_OUTCOMES = ['called-back', 'booked', 'no-answer'] as const satisfies readonly Outcome[];
