/**
 * Why the database could not do what was asked.
 *
 * - `busy`: locked by another program, or out of connections; worth another try.
 * - `full`: the disk, or the space allowed to the database, is used up.
 * - `read-only`: the file, the disk or the server refuses writing.
 * - `corrupt`: the file is damaged or is no database.
 * - `unreachable`: the server went away, or never answered.
 * - `refused`: the server refused the login or the right to do this.
 * - `unexpected`: anything else; `code` says what.
 */
export type StorageFault = 'busy' | 'full' | 'read-only' | 'corrupt' | 'unreachable' | 'refused' | 'unexpected';

const SENTENCES: Readonly<Record<StorageFault, string>> = {
  busy: 'The database is locked by another program or has no connection free.',
  full: 'The disk of the database is full.',
  'read-only': 'The database can be read but not written.',
  corrupt: 'The database file is damaged.',
  unreachable: 'The database server cannot be reached.',
  refused: 'The database server refused access.',
  unexpected: 'The database failed in a way this program does not know.',
};

/**
 * An operation on the database failed and left nothing half written.
 * Holds no value that was read or written: drivers quote rows in their errors, so neither their message nor the
 * error itself is kept; `code` is the SQLSTATE, SQLite or system code.
 */
export class StorageUnavailableError extends Error {
  constructor(
    readonly fault: StorageFault,
    readonly code: string | undefined,
  ) {
    super(code === undefined ? SENTENCES[fault] : `${SENTENCES[fault]} (${code})`);
    this.name = 'StorageUnavailableError';
  }
}
