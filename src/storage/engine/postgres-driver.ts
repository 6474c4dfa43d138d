import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
  type QueryResult,
} from 'kysely';
import type { Pool, PoolClient } from 'pg';

import { readErrorCode } from './read-error-code';
import { readStorageFault } from './read-storage-fault';

/** in_failed_sql_transaction */
const GIVEN_UP = '25P02';

const guard = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    throw readStorageFault(error);
  }
};

/** A connection whose errors carry no row: PostgreSQL quotes the failing one. */
class GuardedConnection implements DatabaseConnection {
  /** Resolves when the server has begun the transaction. */
  begun: Promise<unknown> = Promise.resolve();

  /** Why the server has given the transaction up; statements on the way with it fail only for its sake. */
  #failure: unknown;

  constructor(readonly inner: DatabaseConnection) {}

  executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return guard(async () => {
      try {
        return await this.inner.executeQuery<Row>(query);
      } catch (error) {
        if (readErrorCode(error) !== GIVEN_UP) this.#failure = error;
        throw this.#failure ?? error;
      }
    });
  }

  streamQuery(): never {
    throw new Error('Streaming is not used.');
  }
}

const asGuarded = (connection: DatabaseConnection): GuardedConnection => {
  if (connection instanceof GuardedConnection) return connection;
  throw new TypeError('This connection is not of this driver.');
};

const guardDriver = (driver: Driver): Driver => ({
  init: () => driver.init(),
  acquireConnection: () => guard(async () => new GuardedConnection(await driver.acquireConnection())),
  // Its answer is awaited with the commit: the first statement travels along. It fails only if all after it fail.
  beginTransaction: (connection, settings) => {
    const guarded = asGuarded(connection);
    guarded.begun = driver.beginTransaction(guarded.inner, settings);
    guarded.begun.catch(() => undefined);
    return Promise.resolve();
  },
  commitTransaction: (connection) =>
    guard(async () => {
      const { begun, inner } = asGuarded(connection);
      await begun;
      await driver.commitTransaction(inner);
    }),
  // On a lost connection the server has rolled back already; the first error is the one to tell.
  rollbackTransaction: (connection) => driver.rollbackTransaction(asGuarded(connection).inner).catch(() => undefined),
  releaseConnection: (connection) => driver.releaseConnection(asGuarded(connection).inner),
  destroy: () => driver.destroy(),
});

/** Names of prepared statements. There are as many as different statements in this program, lists of any length apart. */
const createStatementNames = (): ((text: string) => string) => {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined) return known;
    const name = `s${names.size}`;
    names.set(text, name);
    return name;
  };
};

/**
 * Has the server parse and plan a statement once for each connection instead of each time.
 * Statements without values, such as `begin`, need no plan.
 */
const prepareStatements = (pool: Pool): PostgresPool => {
  const nameOf = createStatementNames();
  const clients = new WeakMap<PoolClient, PostgresPoolClient>();
  const wrap = (client: PoolClient): PostgresPoolClient => {
    const query = <Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>> =>
      (values.length === 0
        ? client.query(text)
        : client.query({ name: nameOf(text), text, values: [...values] })) as Promise<unknown> as Promise<
        PostgresQueryResult<Row>
      >;
    return { query: query as PostgresPoolClient['query'], release: () => client.release() };
  };
  return {
    connect: async () => {
      const client = await pool.connect();
      const wrapped = clients.get(client) ?? wrap(client);
      clients.set(client, wrapped);
      return wrapped;
    },
    end: () => pool.end(),
  };
};

/** Kysely's PostgreSQL dialect over a pool of `pg`. */
export class GuardedPostgresDialect extends PostgresDialect {
  constructor(pool: Pool) {
    super({ pool: prepareStatements(pool) });
  }

  override createDriver(): Driver {
    return guardDriver(super.createDriver());
  }
}
