/**
 * The `code` of what a driver or Node threw: a SQLSTATE, SQLite or system code. The SQLite driver gives all its errors one
 * code of its own: the name SQLite has for the error stands beside it, or is read from SQLite's own words for it.
 */
export const readErrorCode = (error: unknown): string | undefined => {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, sqliteCodeName, message } = error as Readonly<Record<string, unknown>>;
  if (code !== DRIVER_CODE) return typeof code === 'string' && code !== '' ? code : undefined;
  return typeof sqliteCodeName === 'string' ? sqliteCodeName : readSqliteWords(String(message));
};

const DRIVER_CODE = 'ERR_SQLITE_ERROR';

/** https://www.sqlite.org/src/file/src/main.c (sqlite3ErrStr): what SQLite says where no statement says more. */
const SQLITE_WORDS: readonly (readonly [words: RegExp, code: string])[] = [
  [/^database (table )?is locked|^cannot (commit|start|rollback)/, 'SQLITE_BUSY'],
  [/^database disk image is malformed/, 'SQLITE_CORRUPT'],
  [/^file is not a database/, 'SQLITE_NOTADB'],
  [/^database or disk is full/, 'SQLITE_FULL'],
  [/^attempt to write a readonly database/, 'SQLITE_READONLY'],
  [/^disk I\/O error/, 'SQLITE_IOERR'],
  [/^(Failed to open database: )?unable to open database file/, 'SQLITE_CANTOPEN'],
  [/^locking protocol/, 'SQLITE_PROTOCOL'],
  [/constraint failed/, 'SQLITE_CONSTRAINT'],
];

const readSqliteWords = (message: string): string =>
  SQLITE_WORDS.find(([words]) => words.test(message))?.[1] ?? 'SQLITE_ERROR';
