import type { Write } from '../engine/write';

/** Hears when answers of an eligibility check begin and cease to be kept, so that the chat log forgets them too. */
export interface AnswersWatch {
  began(write: Write, conversationId: string): Promise<void>;
  /** @param how `in-turn`: the check was ended by a message; `idle`: the person went quiet */
  ended(write: Write, conversationId: string, how: 'in-turn' | 'idle'): Promise<void>;
}
