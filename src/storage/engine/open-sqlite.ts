import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { type Dialect, Kysely, sql } from 'kysely';

import { createProbe } from './create-probe';
import type { Database } from './database';
import { SqliteFileDialect } from './sqlite-driver';
import { migrate } from './migrate';
import { createPipelinedTransaction } from './pipelined-transaction';
import { readSqliteSetupFault } from './read-setup-fault';
import { createProcessSignals } from './signals';
import type { StatementWatch } from './statement-watch';
import { createEndTurn } from '../turns/turn-end';
import { StorageSetupError } from './storage-setup-error';
import { StorageUnavailableError } from '../../bot/ports/storage-unavailable-error';
import type { Tables } from './tables';

/** The name that stands for a database in memory: it lives as long as this process. */
const MEMORY = ':memory:';

const PAGE_BYTES = 1_024;
/** Larger files are not searched for damage at start: it reads the whole file (about 0.2 s for this size). */
const CHECKED_BYTES = 64 * 1_024 * 1_024;
/**
 * A row larger than a page keeps only its beginning on the page of its neighbours, which SQLite rebuilds now and then
 * without wiping what moved away (measured: two of 3,000 deleted rows could be read from the file). With a page of
 * blanks in front, what a patient wrote lies on pages of its own, and `secure_delete` wipes those whole.
 */
const PADDING = ' '.repeat(PAGE_BYTES);

/**
 * Pages of the write-ahead log before SQLite itself brings them into the file, within somebody's turn, and waits for the
 * disk: 8 MB. Under load the log is emptied every second anyway, once words are to leave no trace.
 */
const LOG_PAGES = 8_192;

const makeFile = (file: string): void => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Health data: for the owner only. SQLite gives the files beside it the same mode. It would also open a file that
  // cannot be written, and fail later in other words.
  closeSync(openSync(file, 'a', 0o600));
};

/**
 * `synchronous=NORMAL`: a killed process loses nothing; a power cut may lose the last moments, never consistency.
 * Its effect: no wait for the disk in each turn.
 */
const prepareFile = (connection: DatabaseSyncInstance): void => {
  // Opening may wait for another instance that opens too.
  connection.exec('pragma busy_timeout = 3000');
  connection.exec(`pragma page_size = ${PAGE_BYTES}`);
  connection.prepare('pragma journal_mode = wal').all();
  connection.exec('pragma synchronous = normal');
  connection.exec(`pragma wal_autocheckpoint = ${LOG_PAGES}`);
  connection.exec('pragma secure_delete = on');
  connection.exec('pragma temp_store = memory');
  // From here on the driver waits for a lock without stopping the process; this covers the shortest ones.
  connection.exec('pragma busy_timeout = 50');
};

const checkFile = (connection: DatabaseSyncInstance, file: string): void => {
  if (file === MEMORY || statSync(file).size > CHECKED_BYTES) return;
  const [found] = connection.prepare('pragma quick_check(1)').all() as readonly { readonly quick_check?: string }[];
  if (found !== undefined && Object.values(found)[0] !== 'ok') {
    throw new StorageSetupError(
      `The database file ${file} is damaged. Restore it from a backup, or move it away to start with an empty one.`,
    );
  }
};

const openFile = (file: string): DatabaseSyncInstance => {
  if (file !== MEMORY) makeFile(file);
  const connection = new DatabaseSync(file);
  try {
    prepareFile(connection);
    checkFile(connection, file);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
};

/** Deleted rows live on in the write-ahead log until it is emptied into the main file. False: someone reads it. */
const emptyWriteAheadLog = async (query: Kysely<Tables>): Promise<boolean> => {
  try {
    const { rows } = await sql<{ readonly busy: number }>`pragma wal_checkpoint(truncate)`.execute(query);
    return rows[0]?.busy === 0;
  } catch {
    return false;
  }
};

const createDatabase = async (query: Kysely<Tables>, dialect: Dialect, file: string): Promise<Database> => {
  const signals = createProcessSignals();
  const instance = randomUUID();
  const probe = createProbe(query, instance);
  const ping = async (): Promise<void> => {
    // A file that can be read and not written cannot serve.
    await probe();
    // An open file that was deleted goes on working, and everything is lost at the next start.
    if (file !== MEMORY && !existsSync(file)) throw new StorageUnavailableError('unreachable', 'ENOENT');
  };
  let left = false;
  const eraseTraces = async (): Promise<void> => {
    if (file === MEMORY) return;
    left = !(await emptyWriteAheadLog(query));
  };
  return {
    kind: 'sqlite',
    instance,
    query,
    alive: query,
    signals,
    write: createPipelinedTransaction(query, dialect),
    endTurn: await createEndTurn(query, instance),
    seal: (text) => PADDING + text,
    eraseTraces,
    eraseLeftTraces: () => (left ? eraseTraces() : Promise.resolve()),
    ping,
    close: async () => {
      // Whoever copies the file after a clean stop has everything in it.
      await emptyWriteAheadLog(query);
      await query.destroy();
    },
  };
};

/**
 * Opens the embedded database, making file and folder where they do not exist.
 *
 * @param file a path, or `:memory:`
 * @throws StorageSetupError
 */
export const openSqlite = async (file: string, watch?: StatementWatch): Promise<Database> => {
  try {
    const dialect = new SqliteFileDialect(openFile(file), watch);
    const query = new Kysely<Tables>({ dialect });
    try {
      await migrate(query, 'sqlite');
      return await createDatabase(query, dialect, file);
    } catch (error) {
      await query.destroy();
      throw error;
    }
  } catch (error) {
    throw readSqliteSetupFault(error, file);
  }
};
