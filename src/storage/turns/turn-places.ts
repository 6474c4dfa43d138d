import type { Write } from '../engine/write';
import type { TurnStart } from './turn';

/** A place in the queue of one conversation, across all instances that share the database. */
export interface TurnPlace {
  /** Resolves when it is this one's turn: whether the activity has been handled in the meantime, and what was read along. */
  ready(): Promise<{ readonly handled: boolean; readonly start?: TurnStart }>;
  /** Gives the place up within the transaction of the turn. @throws TurnLostError when another took over. */
  leave(write: Write): Promise<void>;
  /** Tells that the transaction was committed. */
  left(): void;
  /** Gives the place up when the turn has nothing to write. */
  abandon(): Promise<void>;
}

/** Hands out places. */
export interface TurnPlaces {
  /**
   * Takes the next place.
   *
   * @param conversation hash of the conversation
   * @param activity hash of the activity, or undefined where it has no id
   * @param stateKey the state that the turn is expected to read
   */
  take(conversation: string, activity: string | undefined, stateKey?: string): Promise<TurnPlace>;
  close(): void;
}
