import { keyType } from '../engine/column-types';
import type { Database } from '../engine/database';
import type { Write } from '../engine/write';

/** Counts by day. */
export const createFigureTables = async (write: Write, kind: Database['kind']): Promise<void> => {
  await write.schema
    .createTable('figures')
    .addColumn('day', keyType(kind), (column) => column.notNull())
    .addColumn('subject', keyType(kind), (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('figures_once', ['day', 'subject', 'revision'])
    .execute();
};
