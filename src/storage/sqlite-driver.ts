import { setTimeout as pause } from 'node:timers/promises';

import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult, SqliteDialect } from 'kysely';
import type Libsql from 'libsql';

import { createFairLock } from './fair-lock';
import { readStorageFault } from './read-storage-fault';
import { createStatementCache } from './statement-cache';
import { StorageUnavailableError } from './storage-unavailable-error';

/**
 * How long a statement tries again while another program (a backup, a look with the sqlite3 tool) locks the file.
 * The waiting is asynchronous, so health checks and other work go on meanwhile.
 */
const BUSY_MS = 3_000;
const BUSY_PAUSE_MS = 20;

interface Run {
  readonly rows: unknown[];
  readonly changes: number | undefined;
}

const createConnection = (file: Libsql.Database): DatabaseConnection => {
  const prepare = createStatementCache(file);
  const run = (sql: string, parameters: readonly unknown[]): Run => {
    const { statement, reader } = prepare(sql);
    return reader
      ? { rows: statement.all(parameters), changes: undefined }
      : { rows: [], changes: statement.run(parameters).changes };
  };
  const tryRun = (sql: string, parameters: readonly unknown[]): Run | StorageUnavailableError => {
    try {
      return run(sql, parameters);
    } catch (error) {
      const fault = readStorageFault(error);
      if (fault instanceof StorageUnavailableError && fault.fault === 'busy') return fault;
      throw fault;
    }
  };
  return {
    executeQuery: async <Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> => {
      const end = Date.now() + BUSY_MS;
      for (;;) {
        const result = tryRun(sql, parameters);
        if (!(result instanceof StorageUnavailableError)) {
          const rows = result.rows as Row[];
          return result.changes === undefined ? { rows } : { rows, numAffectedRows: BigInt(result.changes) };
        }
        if (Date.now() > end) throw result;
        await pause(BUSY_PAUSE_MS);
      }
    },
    streamQuery: () => {
      throw new Error('Streaming is not used.');
    },
  };
};

/**
 * Kysely's own driver, except that statements are kept prepared, waiting for the one connection is fair, and a
 * transaction takes the write lock at its start: one that begins by reading could fail at its first write instead.
 */
const createDriver = (file: Libsql.Database): Driver => {
  const lock = createFairLock();
  const connection = createConnection(file);
  const execute = async (sql: string): Promise<void> => {
    await connection.executeQuery(CompiledQuery.raw(sql));
  };
  return {
    init: () => Promise.resolve(),
    acquireConnection: async () => {
      await lock.acquire();
      return connection;
    },
    beginTransaction: () => execute('begin immediate'),
    commitTransaction: () => execute('commit'),
    // A full disk or a failed write rolls the transaction back by itself; a second rollback would hide that error.
    rollbackTransaction: () => (file.inTransaction ? execute('rollback') : Promise.resolve()),
    releaseConnection: () => {
      lock.release();
      return Promise.resolve();
    },
    destroy: () => {
      file.close();
      return Promise.resolve();
    },
  };
};

/** Kysely's SQLite dialect over one libsql connection. */
export class LibsqlDialect extends SqliteDialect {
  readonly #file: Libsql.Database;

  constructor(file: Libsql.Database) {
    super({ database: file });
    this.#file = file;
  }

  override createDriver(): Driver {
    return createDriver(this.#file);
  }
}
