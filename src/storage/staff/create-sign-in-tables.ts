import type { Database } from '../engine/database';
import { keyType } from '../engine/column-types';
import type { Write } from '../engine/write';

/** Ways to sign in besides a password: accounts of the organisation, keys of devices. */
export const createSignInTables = async (write: Write, kind: Database['kind']): Promise<void> => {
  await write.schema
    .createTable('staff_accounts')
    .addColumn('account', keyType(kind), (column) => column.primaryKey())
    .addColumn('member_id', keyType(kind), (column) => column.notNull())
    .execute();
  await write.schema
    .createTable('staff_passkeys')
    .addColumn('id', keyType(kind), (column) => column.primaryKey())
    .addColumn('member_id', keyType(kind), (column) => column.notNull())
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('counter', 'bigint', (column) => column.notNull())
    .addColumn('transports', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await write.schema.createIndex('staff_passkeys_member').on('staff_passkeys').column('member_id').execute();
};
