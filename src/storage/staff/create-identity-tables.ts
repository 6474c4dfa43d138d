import type { Database } from '../engine/database';
import { counting, keyType } from '../engine/column-types';
import type { Write } from '../engine/write';

/** Members, sessions, invitations and the audit of the staff console. */
export const createIdentityTables = async (write: Write, kind: Database['kind']): Promise<void> => {
  await write.schema
    .createTable('staff_members')
    .addColumn('id', keyType(kind), (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('login', keyType(kind), (column) => column.notNull().unique())
    .addColumn('roles', 'text', (column) => column.notNull())
    .addColumn('password', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('disabled', 'integer', (column) => column.notNull())
    .execute();
  await write.schema
    .createTable('staff_sessions')
    .addColumn('hash', keyType(kind), (column) => column.primaryKey())
    .addColumn('member_id', keyType(kind), (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .execute();
  await write.schema.createIndex('staff_sessions_member').on('staff_sessions').column('member_id').execute();
  await write.schema
    .createTable('staff_invitations')
    .addColumn('hash', keyType(kind), (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('roles', 'text', (column) => column.notNull())
    .addColumn('member_id', keyType(kind))
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  await counting(write.schema.createTable('staff_audit'), kind, 'number')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .execute();
};
