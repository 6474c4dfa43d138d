import type { Write } from './database';

/** Hears when answers of an eligibility check begin and cease to be kept, so that the chat log forgets them too. */
export interface AnswersWatch {
  began(write: Write, conversationId: string): Promise<void>;
  ended(write: Write, conversationId: string): Promise<void>;
}
