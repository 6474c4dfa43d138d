import { type RawBuilder, type Selectable, sql } from 'kysely';

import type { Database } from './database';
import type { Tables } from './tables';
import type { Write } from './write';

/** A table whose rows end by themselves. */
type Expiring = {
  [Table in keyof Tables]: Tables[Table] extends { readonly expires_at: number | null } ? Table : never;
}[keyof Tables];

type Row<Table extends Expiring> = Selectable<Tables[Table]>;

/** Rows of a table that have expired, at most so many. */
interface Expired<Table extends Expiring> {
  readonly kind: Database['kind'];
  readonly table: Table;
  readonly now: number;
  readonly most: number;
}

/**
 * Reads rows that have expired, those first that did so longest ago. Where several instances purge at once, each skips
 * the rows another is deleting.
 */
export const selectExpired = <Table extends Expiring, Column extends keyof Row<Table> & string>(
  { kind, table, now, most }: Expired<Table>,
  ...columns: readonly Column[]
): RawBuilder<Pick<Row<Table>, Column>> => sql`
  select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table)}
  where expires_at <= ${now} order by expires_at limit ${most}
  ${sql.raw(kind === 'postgres' ? 'for update skip locked' : '')}`;

/** Deletes such rows, told apart by `key`; gives how many. */
export const deleteExpired = async <Table extends Expiring>(
  write: Write,
  expired: Expired<Table>,
  key: keyof Row<Table> & string,
): Promise<number> => {
  const { numAffectedRows } = await sql`
    delete from ${sql.table(expired.table)} where ${sql.ref(key)} in (${selectExpired(expired, key)})`.execute(write);
  return Number(numAffectedRows ?? 0);
};
