import type { Message } from '../understand/message';
import type { Session } from '../memory/session';
import type { Understanding } from '../understand/understand';

/** A message before it is answered: what it says, and how it is answered where no person is concerned. */
export interface Heeded {
  readonly message: Message;
  readonly understanding: Exclude<Understanding, { kind: 'deed' }>;
  /** Whether an eligibility check runs. */
  readonly isRunning: boolean;
  readonly usual: () => Promise<Session>;
}
