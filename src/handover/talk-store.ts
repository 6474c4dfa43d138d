import type { Ending } from './ending';
import type { Colleague, NewMessage, PatientPlace, Talk, TalkMessage, Told } from './talk';

/** A request for a person. */
interface NewTalk {
  readonly place: PatientPlace;
  readonly topic: string | undefined;
  /** Whether the last messages of the site's own chat go along: the patient agreed to it. */
  readonly withHistory: boolean;
}

/** What changes in a talk. What is not named stays. */
export interface TalkChange {
  /** To another state: who has it now, or why it ends. An end deletes what was written. */
  readonly move?:
    | { readonly to: 'waiting' }
    | { readonly to: 'taken'; readonly owner: Colleague }
    | { readonly to: 'ended'; readonly ending: Ending };
  readonly told?: Told;
  readonly urgent?: true;
  readonly messages?: readonly NewMessage[];
}

/** What instances tell each other: one talk has news, or the list of them. */
export const INBOX = 'inbox';

/**
 * Where talks are kept. What is written within a turn is stored when it ends, and then the talk must still be as it was
 * read: otherwise nothing of the turn is stored, and it runs again on what is there.
 */
export interface TalkStore {
  /** Keeps a request; gives its id. */
  request(talk: NewTalk): string;
  find(id: string): Promise<Talk | undefined>;
  /** The talk of a patient that has not ended. */
  findOpen(place: PatientPlace): Promise<Talk | undefined>;
  /** Those that have not ended, the oldest request first. */
  open(): Promise<readonly Talk[]>;
  /** Ended ones, the last first: outcomes, no words. */
  ended(limit: number): Promise<readonly Talk[]>;
  /** Changes a talk if it still has the state and the owner it was read with. */
  change(seen: Talk, change: TalkChange): void;
  /** What was written after a number, in order. */
  messages(id: string, after: number): Promise<readonly TalkMessage[]>;
  /** Whether a message of this key is kept: it was sent before. */
  hasMessage(id: string, key: string): Promise<boolean>;
  /** Requests of a patient since a time, and requests waiting now. */
  counts(place: PatientPlace, since: number): Promise<{ readonly requests: number; readonly waiting: number }>;
  /** The last messages of a conversation of the site's own chat, as they go along with a request. */
  history(place: PatientPlace): Promise<readonly Pick<TalkMessage, 'author' | 'text'>[]>;
  /** Calls back at news of a talk, or of the list (`INBOX`). Gives back what ends it. */
  listen(key: string, wake: () => void): () => void;
}
