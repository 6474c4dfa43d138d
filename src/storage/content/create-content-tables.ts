import type { Database } from '../engine/database';
import { counting, keyType } from '../engine/column-types';
import type { Write } from '../engine/write';

/** Published content by revision, and drafts. */
export const createContentTables = async (write: Write, kind: Database['kind']): Promise<void> => {
  await counting(write.schema.createTable('content_revisions'), kind, 'number')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('by_name', 'text', (column) => column.notNull())
    .addColumn('approved_by', 'text', (column) => column.notNull())
    .execute();
  await write.schema
    .createTable('content_changes')
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .addColumn('item', keyType(kind), (column) => column.notNull())
    .addColumn('value', 'text')
    .addColumn('base', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('content_changes_item_revision', ['item', 'revision'])
    .execute();
  await write.schema
    .createTable('content_drafts')
    .addColumn('item', keyType(kind), (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('stamp', 'text', (column) => column.notNull())
    .addColumn('by_name', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('waiting', 'integer', (column) => column.notNull())
    .addColumn('questions', 'text', (column) => column.notNull())
    .execute();
  await write.schema
    .createTable('saved_questions')
    .addColumn('text', keyType(kind), (column) => column.primaryKey())
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('by_name', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
};
