import type { Write } from '../engine/write';

/** A place in the queue of one conversation, across all instances that share the database. */
export interface TurnPlace {
  /** Resolves when it is this one's turn: whether the activity has been handled in the meantime. */
  ready(): Promise<{ readonly handled: boolean }>;
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
   */
  take(conversation: string, activity: string | undefined): Promise<TurnPlace>;
  close(): void;
}
