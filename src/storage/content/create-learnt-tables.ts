import { keyType } from '../engine/column-types';
import type { Database } from '../engine/database';
import type { Write } from '../engine/write';

/** What one instance learnt of published content, for the others. */
export const createLearntTables = async (write: Write, kind: Database['kind']): Promise<void> => {
  await write.schema
    .createTable('learnt_models')
    .addColumn('model', keyType(kind), (column) => column.notNull())
    .addColumn('part', 'integer', (column) => column.notNull())
    .addColumn('parts', 'integer', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('learnt_models_once', ['model', 'part'])
    .execute();
};
