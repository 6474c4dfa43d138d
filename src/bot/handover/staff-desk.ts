import type { Outcome } from '../../handover/ending';
import type { Speaker } from './compose-handover';

/**
 * What became of something the staff did: `gone`: the patient had it deleted; `ended`: nobody writes in it any more;
 * `other`: a colleague has it, or nobody.
 */
export type Act = 'done' | 'gone' | 'ended' | 'other';

/** What somebody of the staff writes: a second one of the same key is the first one sent again. */
export interface Writing {
  readonly key: string;
  readonly text: string;
}

/** The staff's side of a talk. Whatever is done is stored together with what the patient is told of it. */
export interface StaffDesk {
  /** The first one to take it has it. */
  take(id: string, by: Speaker): Promise<Act>;
  answer(id: string, by: Speaker, writing: Writing): Promise<Act>;
  /** They are writing an answer: the patient sees it for some seconds. Nothing is kept. */
  writing(id: string, by: Speaker): Promise<Act>;
  /** For colleagues: never reaches the patient. */
  note(id: string, by: Speaker, writing: Writing): Promise<Act>;
  /** Back to those who wait, for a colleague. */
  giveBack(id: string, by: Speaker): Promise<Act>;
  end(id: string, by: Speaker, outcome: Outcome): Promise<Act>;
  /** Does what time alone calls for: reminds, ends, frees. Several instances may call it at once. */
  tend(): Promise<void>;
}
