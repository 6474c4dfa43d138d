import { type CreateTableBuilder, sql } from 'kysely';

import type { Database } from './database';

type Kind = Database['kind'];

/** Keys are compared byte by byte in both engines: PostgreSQL would otherwise use the language of the server. */
export const keyType = (kind: Kind) => (kind === 'postgres' ? sql`text collate "C"` : sql`text`);

/** Adds a primary key the database counts up. */
export const counting = <Table extends string>(table: CreateTableBuilder<Table>, kind: Kind, column: string) =>
  kind === 'postgres'
    ? table.addColumn(column, 'bigserial', (built) => built.primaryKey())
    : table.addColumn(column, 'integer', (built) => built.primaryKey().autoIncrement());
