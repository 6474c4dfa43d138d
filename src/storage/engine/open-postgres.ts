import { randomUUID } from 'node:crypto';

import { Kysely, sql } from 'kysely';
import { Pool, TypeOverrides } from 'pg';

import { createProbe } from './create-probe';
import type { Database } from './database';
import { migrate } from './migrate';
import { createPipelinedTransaction } from './pipelined-transaction';
import { GuardedPostgresDialect } from './postgres-driver';
import { createPostgresSignals } from './postgres-signals';
import { readPostgresSetupFault } from './read-setup-fault';
import { StorageSetupError } from './storage-setup-error';
import { logOf, type StatementWatch } from './statement-watch';
import type { Tables } from './tables';

/**
 * Connections of one instance; a turn holds one only while it writes, about 2 ms. One more listens for news, one gives signs of life.
 * More of them only queue inside a server of two cores.
 */
const MOST_CONNECTIONS = 10;
const CONNECT_MS = 5_000;
/** No statement of this program takes a second; one that hangs (a lock of another program) ends here. */
const STATEMENT_MS = 10_000;

const INT8 = 20;

/** Times and counts fit a number: 2^53 ms is the year 287396. */
const createTypes = (): TypeOverrides => {
  const overrides = new TypeOverrides();
  overrides.setTypeParser(INT8, Number);
  return overrides;
};

const readUrl = (url: string): URL => {
  if (URL.canParse(url)) return new URL(url);
  throw new StorageSetupError(
    'DATABASE_URL cannot be read. It looks like postgresql://user:password@host:5432/database.',
  );
};

const createPool = (connectionString: string, most: number): Pool => {
  const pool = new Pool({
    connectionString,
    max: most,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    query_timeout: STATEMENT_MS + CONNECT_MS,
    idle_in_transaction_session_timeout: STATEMENT_MS,
    keepAlive: true,
    // Statements that do not need each other's results travel together.
    pipeline: true,
    application_name: 'prp-assistant',
    types: createTypes(),
  });
  // A lost connection must not end the process; the next query tells of it.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
};

/** Arabic, emoji and every other letter a patient may write: only UTF-8 keeps them all. */
const refuseOtherEncodings = async (query: Kysely<Tables>): Promise<void> => {
  const { rows } = await sql<{ encoding: string; name: string }>`
    select current_setting('server_encoding') as encoding, current_database() as name`.execute(query);
  const { encoding = '', name = '' } = rows[0] ?? {};
  if (encoding === 'UTF8') return;
  throw new StorageSetupError(
    `The database "${name}" keeps texts in the encoding ${encoding}, which has not every letter patients write. ` +
      `Make one in UTF-8 (createdb --encoding=UTF8 --template=template0 NAME) and name it in DATABASE_URL.`,
  );
};

/**
 * Opens a PostgreSQL database.
 *
 * @param url postgresql://user:password@host:port/database
 * @throws StorageSetupError, which never holds the password
 */
export const openPostgres = async (url: string, watch?: StatementWatch): Promise<Database> => {
  const target = readUrl(url);
  const dialect = new GuardedPostgresDialect(createPool(url, MOST_CONNECTIONS));
  const query = new Kysely<Tables>({ dialect, ...logOf(watch) });
  try {
    await refuseOtherEncodings(query);
    await migrate(query, 'postgres');
  } catch (error) {
    await query.destroy();
    throw readPostgresSetupFault(error, target);
  }
  const alive = new Kysely<Tables>({ dialect: new GuardedPostgresDialect(createPool(url, 1)) });
  const instance = randomUUID();
  const signals = createPostgresSignals({
    connection: { connectionString: url, connectionTimeoutMillis: CONNECT_MS, application_name: 'prp-assistant news' },
    instance,
  });
  return {
    kind: 'postgres',
    instance,
    query,
    alive,
    signals,
    write: createPipelinedTransaction(query, dialect),
    // A deleted row is gone for every query at once; its bytes go when VACUUM next passes and, in the server's
    // write-ahead log and backups, with their own retention: that lies with whoever runs the server.
    seal: (text) => text,
    eraseTraces: () => Promise.resolve(),
    eraseLeftTraces: () => Promise.resolve(),
    ping: createProbe(query, instance),
    close: async () => {
      await signals.close();
      await Promise.all([query.destroy(), alive.destroy()]);
    },
  };
};
