import { setTimeout as pause } from 'node:timers/promises';

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  type QueryCompiler,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

import { createFairLock } from './fair-lock';
import { readStorageFault } from './read-storage-fault';
import { type CachedStatement, createStatementCache } from './statement-cache';
import { faultNameOf, type StatementWatch } from './statement-watch';
import { StorageUnavailableError } from '../../bot/ports/storage-unavailable-error';

/**
 * How long whoever wants the database waits, in all, while another program (a backup, a look with the sqlite3 tool) locks
 * the file. The waiting is asynchronous, so health checks and other work go on meanwhile. Counted from the asking, not
 * from getting the one connection: of many who wait, none waits for the patience of those before.
 */
const BUSY_MS = 3_000;
const BUSY_PAUSE_MS = 20;

interface Run {
  readonly rows: unknown[];
  readonly changes: number | undefined;
}

const run = ({ statement, reader }: CachedStatement, parameters: readonly unknown[]): Run =>
  reader
    ? { rows: statement.all(...parameters), changes: undefined }
    : { rows: [], changes: statement.run(...parameters).changes };

/** What was read, or the fault of a file that is locked. @throws every other fault */
const tryRun = (work: () => Run): Run | StorageUnavailableError => {
  try {
    return work();
  } catch (error) {
    const fault = readStorageFault(error);
    if (fault instanceof StorageUnavailableError && fault.fault === 'busy') return fault;
    throw fault;
  }
};

/** The one connection, in the hands of somebody whose patience ends at a moment. */
const createConnection = (prepare: (sql: string) => CachedStatement, end: number): DatabaseConnection => {
  const runInTime = async ({ sql, parameters }: CompiledQuery): Promise<Run> => {
    for (;;) {
      const result = tryRun(() => run(prepare(sql), parameters));
      if (!(result instanceof StorageUnavailableError)) return result;
      if (performance.now() > end) throw result;
      await pause(BUSY_PAUSE_MS);
    }
  };
  return {
    executeQuery: async <Row>(query: CompiledQuery): Promise<QueryResult<Row>> => {
      const { rows, changes } = await runInTime(query);
      return { rows: rows as Row[], ...(changes !== undefined && { numAffectedRows: BigInt(changes) }) };
    },
    streamQuery: () => {
      throw new Error('Streaming is not used.');
    },
  };
};

/** Tells of each statement. Kysely's own log makes the way of each longer by five promises. */
const watched = (connection: DatabaseConnection, watch: StatementWatch): DatabaseConnection => ({
  ...connection,
  executeQuery: async <Row>(query: CompiledQuery): Promise<QueryResult<Row>> => {
    const began = performance.now();
    const seconds = (): number => (performance.now() - began) / 1_000;
    try {
      const result = await connection.executeQuery<Row>(query);
      watch(seconds(), undefined);
      return result;
    } catch (error) {
      watch(seconds(), faultNameOf(error));
      throw error;
    }
  },
});

/**
 * Kysely's own driver, except that statements are kept prepared, waiting for the one connection is fair, and a
 * transaction takes the write lock at its start: one that begins by reading could fail at its first write instead.
 */
const createDriver = (file: DatabaseSyncInstance, watch: StatementWatch | undefined): Driver => {
  const lock = createFairLock();
  const prepare = createStatementCache(file);
  const execute = async (connection: DatabaseConnection, sql: string): Promise<void> => {
    await connection.executeQuery(CompiledQuery.raw(sql));
  };
  return {
    init: () => Promise.resolve(),
    acquireConnection: async () => {
      const end = performance.now() + BUSY_MS;
      await lock.acquire();
      const connection = createConnection(prepare, end);
      return watch === undefined ? connection : watched(connection, watch);
    },
    beginTransaction: (connection) => execute(connection, 'begin immediate'),
    commitTransaction: (connection) => execute(connection, 'commit'),
    // A full disk or a failed write rolls the transaction back by itself; a second rollback would hide that error.
    rollbackTransaction: (connection) => (file.isTransaction ? execute(connection, 'rollback') : Promise.resolve()),
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

/** Kysely's SQLite dialect over one connection to a file. */
export class SqliteFileDialect implements Dialect {
  readonly #file: DatabaseSyncInstance;
  readonly #watch: StatementWatch | undefined;

  constructor(file: DatabaseSyncInstance, watch: StatementWatch | undefined) {
    this.#file = file;
    this.#watch = watch;
  }

  createDriver(): Driver {
    return createDriver(this.#file, this.#watch);
  }

  createQueryCompiler(): QueryCompiler {
    return new SqliteQueryCompiler();
  }

  createAdapter(): DialectAdapter {
    return new SqliteAdapter();
  }

  createIntrospector(query: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(query);
  }
}
