import type Libsql from 'libsql';

/** A prepared statement, and whether it returns rows. */
export interface CachedStatement {
  readonly statement: Libsql.Statement;
  readonly reader: boolean;
}

/** More than the different statements of this program; lists of unlike length make some more. */
const MOST = 300;

/** Keeps prepared statements: preparing costs about half as much as running a small one (26 of 68 µs, measured). */
export const createStatementCache = (file: Libsql.Database): ((sql: string) => CachedStatement) => {
  const cache = new Map<string, CachedStatement>();
  return (sql) => {
    const known = cache.get(sql);
    if (known !== undefined) return known;
    const statement = file.prepare(sql);
    const prepared = { statement, reader: statement.reader };
    if (cache.size >= MOST) cache.clear();
    cache.set(sql, prepared);
    return prepared;
  };
};
