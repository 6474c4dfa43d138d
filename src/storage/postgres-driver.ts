import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type { Pool } from 'pg';

import { readStorageFault } from './read-storage-fault';

const guard = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    throw readStorageFault(error);
  }
};

/** A connection whose errors carry no row: PostgreSQL quotes the failing one. */
class GuardedConnection implements DatabaseConnection {
  constructor(readonly inner: DatabaseConnection) {}

  executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return guard(() => this.inner.executeQuery<Row>(query));
  }

  streamQuery(): never {
    throw new Error('Streaming is not used.');
  }
}

const innerOf = (connection: DatabaseConnection): DatabaseConnection =>
  connection instanceof GuardedConnection ? connection.inner : connection;

const guardDriver = (driver: Driver): Driver => ({
  init: () => driver.init(),
  acquireConnection: () => guard(async () => new GuardedConnection(await driver.acquireConnection())),
  beginTransaction: (connection, settings: TransactionSettings) =>
    guard(() => driver.beginTransaction(innerOf(connection), settings)),
  commitTransaction: (connection) => guard(() => driver.commitTransaction(innerOf(connection))),
  // On a lost connection the server has rolled back already; the first error is the one to tell.
  rollbackTransaction: (connection) => driver.rollbackTransaction(innerOf(connection)).catch(() => undefined),
  releaseConnection: (connection) => driver.releaseConnection(innerOf(connection)),
  destroy: () => driver.destroy(),
});

/** Kysely's PostgreSQL dialect over a pool of `pg`. */
export class GuardedPostgresDialect extends PostgresDialect {
  constructor(pool: Pool) {
    super({ pool });
  }

  override createDriver(): Driver {
    return guardDriver(super.createDriver());
  }
}
