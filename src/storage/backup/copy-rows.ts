import { type Kysely, sql } from 'kysely';

import type { Database } from '../engine/database';
import type { Tables } from '../engine/tables';

/** Rows of one table, a handful at a time. */
type Row = Readonly<Record<string, unknown>>;

/** No column is named so. */
const PLACE = 'place_of_row';
/** Rows read and written at once: half a megabyte of long messages. */
const BATCH = 200;
/** Columns that hold a patient's words, in the form in which each engine stores them; see `Database.seal`. */
const SEALED: Readonly<Record<string, string>> = {
  bot_state: 'value',
  activities: 'body',
  letters: 'body',
  talks: 'place',
  talk_messages: 'body',
  callbacks: 'body',
};
/** The schema writes its own version; who holds a turn ends with the process that held it; what is learnt is learnt again. */
const OWN: ReadonlySet<string> = new Set(['schema_version', 'turns', 'learnt_models']);

/** The tables that are copied: what a later migration adds is among them. */
const listTables = async (query: Kysely<Tables>): Promise<readonly string[]> => {
  const tables = await query.introspection.getTables();
  return tables.map(({ name }) => name).filter((name) => !OWN.has(name) && !name.startsWith('sqlite_'));
};

const readBatches = async function* (
  from: Kysely<Tables>,
  kind: Database['kind'],
  table: string,
): AsyncGenerator<readonly Row[]> {
  if (kind === 'postgres') {
    await sql`declare rows no scroll cursor for select * from ${sql.table(table)}`.execute(from);
    for (;;) {
      const { rows } = await sql<Row>`fetch ${sql.lit(BATCH)} from rows`.execute(from);
      if (rows.length === 0) break;
      yield rows;
    }
    await sql`close rows`.execute(from);
    return;
  }
  for (let last = -1; ;) {
    const { rows } = await sql<
      Row & { readonly [PLACE]: number }
    >`select rowid as ${sql.ref(PLACE)}, * from ${sql.table(table)}
      where rowid > ${last} order by rowid limit ${sql.lit(BATCH)}`.execute(from);
    const final = rows.at(-1);
    if (final === undefined) return;
    last = final[PLACE];
    yield rows.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => column !== PLACE)));
  }
};

const sealAnew = (row: Row, column: string | undefined, seal: Seal): Row => {
  const value = column === undefined ? undefined : row[column];
  return column !== undefined && typeof value === 'string' ? { ...row, [column]: seal(value.trimStart()) } : row;
};

type Seal = Database['seal'];

/**
 * Copies all rows of one database into another of the same schema, in which the tables are empty.
 *
 * @param from read as it is at one moment where it is a transaction
 * @param seal of the other database
 */
export const copyRows = async (
  { query: from, kind }: Pick<Database, 'query' | 'kind'>,
  { query: to, seal }: Pick<Database, 'query' | 'seal'>,
): Promise<void> => {
  for (const table of await listTables(from)) {
    for await (const rows of readBatches(from, kind, table)) {
      await to
        .insertInto(table as 'settings')
        .values(rows.map((row) => sealAnew(row, SEALED[table], seal)) as never)
        .execute();
    }
  }
};

/** The tables of a database that hold rows. */
export const findFilled = async (query: Kysely<Tables>): Promise<readonly string[]> => {
  const filled: string[] = [];
  for (const table of await listTables(query)) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(query);
    if (rows.length > 0) filled.push(table);
  }
  return filled;
};

/** Has PostgreSQL count on from the highest number of each counted column. */
export const countOn = async (query: Kysely<Tables>): Promise<void> => {
  for (const { name, columns } of await query.introspection.getTables()) {
    for (const { name: column } of columns.filter(({ isAutoIncrementing }) => isAutoIncrementing)) {
      await sql`select setval(pg_get_serial_sequence(${name}, ${column}),
        (select coalesce(max(${sql.ref(column)}), 0) + 1 from ${sql.table(name)}), false)`.execute(query);
    }
  }
};
