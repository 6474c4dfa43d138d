import { sql } from 'kysely';

import { counting, keyType } from './column-types';
import type { Database } from './database';
import { createContentTables } from '../content/create-content-tables';
import { createLearntTables } from '../content/create-learnt-tables';
import { createHandoverTables, createStaffPlaceTables } from '../handover/create-handover-tables';
import { createFigureTables } from '../figures/create-figure-tables';
import { createIdentityTables } from '../staff/create-identity-tables';
import { createSignInTables } from '../staff/create-sign-in-tables';
import type { Write } from './write';

type Kind = Database['kind'];

const createSettings = async (write: Write, kind: Kind): Promise<void> => {
  await write.schema
    .createTable('settings')
    .addColumn('name', keyType(kind), (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
};

const createState = async (write: Write, kind: Kind): Promise<void> => {
  await write.schema
    .createTable('bot_state')
    .addColumn('key', keyType(kind), (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('etag', 'text', (column) => column.notNull())
    .addColumn('answers', 'integer', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  await write.schema.createIndex('bot_state_expires').on('bot_state').column('expires_at').execute();
};

const createTurns = async (write: Write, kind: Kind): Promise<void> => {
  await write.schema
    .createTable('handled_activities')
    .addColumn('id', keyType(kind), (column) => column.primaryKey())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  await write.schema.createIndex('handled_activities_expires').on('handled_activities').column('expires_at').execute();
  await counting(write.schema.createTable('turns'), kind, 'ticket')
    .addColumn('conversation', keyType(kind), (column) => column.notNull())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('lease_until', 'bigint', (column) => column.notNull())
    .execute();
  await write.schema.createIndex('turns_queue').on('turns').columns(['conversation', 'ticket']).execute();
};

const createActivityLog = async (write: Write, kind: Kind): Promise<void> => {
  await write.schema
    .createTable('conversations')
    .addColumn('id', keyType(kind), (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('locale', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('last_sequence', 'integer', (column) => column.notNull())
    .addColumn('last_at', 'bigint', (column) => column.notNull())
    .addColumn('answers_after', 'integer')
    .execute();
  await write.schema.createIndex('conversations_expires').on('conversations').column('expires_at').execute();
  await counting(write.schema.createTable('activities'), kind, 'number')
    .addColumn('conversation_id', keyType(kind), (column) => column.notNull())
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('id', keyType(kind), (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('from_user', 'integer', (column) => column.notNull())
    .addColumn('expires_at', 'bigint')
    .addColumn('pending', 'integer', (column) => column.notNull())
    .addColumn('claimed_by', 'text')
    .addColumn('claim_until', 'bigint')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addUniqueConstraint('activities_order', ['conversation_id', 'sequence'])
    .addUniqueConstraint('activities_once', ['conversation_id', 'id'])
    .execute();
  await write.schema
    .createIndex('activities_pending')
    .on('activities')
    .columns(['conversation_id', 'sequence'])
    .where(sql.ref('pending'), '=', sql.lit(1))
    .execute();
  await write.schema
    .createIndex('activities_expires')
    .on('activities')
    .column('expires_at')
    .where(sql.ref('expires_at'), 'is not', null)
    .execute();
};

const createUnanswered = async (write: Write, kind: Kind): Promise<void> => {
  await write.schema
    .createTable('unanswered')
    .addColumn('day', 'integer', (column) => column.notNull())
    .addColumn('hash', keyType(kind), (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('times', 'integer', (column) => column.notNull())
    .addColumn('last_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('unanswered_day_hash', ['day', 'hash'])
    .execute();
};

/** Who asked what without an answer, so that it goes with the rest of what is kept of them. */
const createUnansweredAskers = async (write: Write, kind: Kind): Promise<void> => {
  await write.schema
    .createTable('unanswered_askers')
    .addColumn('asker', keyType(kind), (column) => column.notNull())
    .addColumn('day', 'integer', (column) => column.notNull())
    .addColumn('hash', keyType(kind), (column) => column.notNull())
    .addColumn('times', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('unanswered_askers_once', ['asker', 'day', 'hash'])
    .execute();
  await write.schema.createIndex('unanswered_askers_day').on('unanswered_askers').column('day').execute();
};

const createLetters = async (write: Write, kind: Kind): Promise<void> => {
  await write.schema
    .createTable('letters')
    .addColumn('id', keyType(kind), (column) => column.primaryKey())
    .addColumn('conversation', keyType(kind), (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('message_ids', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('claimed_by', 'text', (column) => column.notNull())
    .addColumn('claim_until', 'bigint', (column) => column.notNull())
    .execute();
  await write.schema.createIndex('letters_conversation').on('letters').column('conversation').execute();
};

/**
 * The schema, step by step: the first entry makes version 1. A released entry is never edited; a change is a new entry.
 * Each runs inside the transaction that also writes the version.
 */
export const MIGRATIONS: readonly ((write: Write, kind: Kind) => Promise<void>)[] = [
  async (write, kind) => {
    await createSettings(write, kind);
    await createState(write, kind);
    await createTurns(write, kind);
    await createActivityLog(write, kind);
    await createUnanswered(write, kind);
  },
  createIdentityTables,
  createUnansweredAskers,
  createLetters,
  createContentTables,
  createHandoverTables,
  createStaffPlaceTables,
  createFigureTables,
  createSignInTables,
  createLearntTables,
];
