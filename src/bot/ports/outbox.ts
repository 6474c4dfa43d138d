import type { LastDelivery } from '../memory/last-delivery';
import type { Letter } from './letter';

/** What became of a letter, as far as a store needs to know. `kept`: the program ends first, it goes on later. */
type LetterOutcome =
  { readonly kind: 'arrived'; readonly ids: readonly string[] } | { readonly kind: 'lost' } | { readonly kind: 'kept' };

/** Keeps what the assistant says from the moment its turn is stored until it has arrived. */
export interface Outbox {
  /**
   * Keeps a letter with the turn that is running: both are stored or neither, and then `send` is called, before the next
   * turn of the conversation. False where no turn is running.
   *
   * @param conversation channel and conversation id
   */
  keep(conversation: string, letter: Letter, send: (id: string) => Promise<void>): boolean;
  /** What became of a kept letter: its words go, and for a question what is known of it stays for half an hour. */
  close(id: string, letter: Letter, outcome: LetterOutcome): Promise<void>;
  /** What became of the last question in a conversation. */
  last(conversation: string): Promise<LastDelivery | undefined>;
  /**
   * Letters of instances that ended before they arrived; they are this one's from here on. `late`: those that nobody
   * waits for any more, which are gone.
   */
  takeLeft(): Promise<{
    readonly left: readonly { readonly id: string; readonly letter: Letter }[];
    readonly late: readonly Letter[];
  }>;
}
