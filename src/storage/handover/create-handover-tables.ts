import { sql } from 'kysely';

import { counting, keyType } from '../engine/column-types';
import type { Database } from '../engine/database';
import type { Write } from '../engine/write';

/** Talks with a person, what is written in them, wishes to be called, and who takes talks. */
export const createHandoverTables = async (write: Write, kind: Database['kind']): Promise<void> => {
  await write.schema
    .createTable('talks')
    .addColumn('id', keyType(kind), (column) => column.primaryKey())
    .addColumn('conversation', keyType(kind), (column) => column.notNull())
    .addColumn('person', keyType(kind), (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('topic', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('owner_id', keyType(kind))
    .addColumn('owner_name', 'text')
    .addColumn('urgent', 'integer', (column) => column.notNull())
    .addColumn('requested_at', 'bigint', (column) => column.notNull())
    .addColumn('taken_at', 'bigint')
    .addColumn('answered_at', 'bigint')
    .addColumn('patient_at', 'bigint', (column) => column.notNull())
    .addColumn('staff_at', 'bigint')
    .addColumn('told', 'text')
    .addColumn('ended_at', 'bigint')
    .addColumn('ending', 'text')
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  // One talk at a time of a conversation, whatever two instances do at once.
  await write.schema
    .createIndex('talks_open')
    .unique()
    .on('talks')
    .column('conversation')
    .where(sql.ref('state'), '!=', sql.lit('ended'))
    .execute();
  await write.schema.createIndex('talks_person').on('talks').column('person').execute();
  await write.schema.createIndex('talks_expires').on('talks').column('expires_at').execute();
  await counting(write.schema.createTable('talk_messages'), kind, 'number')
    .addColumn('talk', keyType(kind), (column) => column.notNull())
    .addColumn('key', keyType(kind), (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('talk_messages_once', ['talk', 'key'])
    .execute();
  await write.schema.createIndex('talk_messages_order').on('talk_messages').columns(['talk', 'number']).execute();
  await write.schema
    .createTable('callbacks')
    .addColumn('id', keyType(kind), (column) => column.primaryKey())
    .addColumn('person', keyType(kind), (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('topic', 'text')
    .addColumn('asked_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  await write.schema.createIndex('callbacks_person').on('callbacks').column('person').execute();
  await write.schema
    .createTable('reception')
    .addColumn('member_id', keyType(kind), (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('is_on', 'integer', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .execute();
};

/** Chats and channels of the staff that get talks, and the thread in which one has a talk. */
export const createStaffPlaceTables = async (write: Write, kind: Database['kind']): Promise<void> => {
  await write.schema
    .createTable('staff_places')
    .addColumn('id', keyType(kind), (column) => column.primaryKey())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('reference', 'text', (column) => column.notNull())
    .addColumn('is_open', 'integer', (column) => column.notNull())
    .addColumn('asked_by', 'text', (column) => column.notNull())
    .execute();
  await write.schema.alterTable('talks').addColumn('thread', 'text').execute();
};
