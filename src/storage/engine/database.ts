import type { Kysely } from 'kysely';

import type { Signals } from './signals';
import type { Tables } from './tables';
import type { EndTurn } from '../turns/turn-end';
import type { Write } from './write';

/** The open database: one query layer over SQLite and PostgreSQL. Every failure is a `StorageUnavailableError`. */
export interface Database {
  readonly kind: 'sqlite' | 'postgres';
  /** Names this instance among those that share the database; new at every start. */
  readonly instance: string;
  readonly query: Kysely<Tables>;
  /** The same database over a connection that is always free: signs of life must not queue behind other work. */
  readonly alive: Kysely<Tables>;
  readonly signals: Signals;
  /** Runs `work` in one transaction: all of it is written, or nothing. */
  write<Result>(work: (write: Write) => Promise<Result>): Promise<Result>;
  /** Writes the usual end of a turn as one statement; undefined where statements travel together anyway. */
  readonly endTurn?: EndTurn;
  /** The form in which a patient's words are stored, so that deleting them leaves no copy in the file. */
  seal(text: string): string;
  /**
   * After sensitive rows were deleted: makes sure that the files hold no older copy of them. Never rejects; what
   * cannot be done now, because another program reads the file, is left for `eraseLeftTraces`.
   */
  eraseTraces(): Promise<void>;
  /** Does what an earlier `eraseTraces` had to leave. */
  eraseLeftTraces(): Promise<void>;
  /** Rejects when the database cannot serve. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
