import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';

/** A prepared statement, and whether it returns rows. */
export interface CachedStatement {
  readonly statement: StatementSyncInstance;
  readonly reader: boolean;
}

/** More than the different statements of this program; lists of unlike length make some more. */
const MOST = 300;

/** Keeps prepared statements: preparing costs about half as much as running a small one (26 of 68 µs, measured). */
export const createStatementCache = (file: DatabaseSyncInstance): ((sql: string) => CachedStatement) => {
  const cache = new Map<string, CachedStatement>();
  return (sql) => {
    const known = cache.get(sql);
    if (known !== undefined) return known;
    const statement = file.prepare(sql);
    const prepared = { statement, reader: statement.columns().length > 0 };
    if (cache.size >= MOST) cache.clear();
    cache.set(sql, prepared);
    return prepared;
  };
};
