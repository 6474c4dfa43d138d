import type { Callback, CallbackWish } from './callback';
import type { PatientPlace } from './talk';

/** Patients who want to be called. */
export interface CallbackList {
  /** Keeps a wish, in place of an earlier one of the same person; within a turn, with it. */
  add(place: PatientPlace, wish: CallbackWish): void;
  /** Whether a wish of the person is kept. */
  has(place: PatientPlace): Promise<boolean>;
  list(): Promise<readonly Callback[]>;
  /** Somebody has called: the wish goes. False where it was gone. */
  close(id: string): Promise<boolean>;
}
