import type { Passkey } from '../../staff/identity/passkey';
import type { StaffStore } from '../../staff/staff-store';
import type { Database } from '../engine/database';
import type { StaffPasskeysTable } from './staff-tables';

const toPasskey = (row: StaffPasskeysTable): Passkey => ({
  id: row.id,
  memberId: row.member_id,
  publicKey: row.public_key,
  counter: row.counter,
  transports: row.transports.split(' ').filter((name) => name !== ''),
  createdAt: row.created_at,
});

/** Keys of members' devices. */
export const createPasskeyRows = ({
  database: { query },
}: {
  readonly database: Database;
}): Pick<
  StaffStore,
  'hasPasskeys' | 'findPasskey' | 'passkeysOf' | 'addPasskey' | 'usedPasskey' | 'removePasskey'
> => ({
  hasPasskeys: async () =>
    (await query.selectFrom('staff_passkeys').select('id').limit(1).executeTakeFirst()) !== undefined,
  findPasskey: async (id) => {
    const row = await query.selectFrom('staff_passkeys').selectAll().where('id', '=', id).executeTakeFirst();
    return row && toPasskey(row);
  },
  passkeysOf: async (memberId) => {
    const own = query.selectFrom('staff_passkeys').selectAll().where('member_id', '=', memberId);
    return (await own.orderBy('created_at').execute()).map(toPasskey);
  },
  addPasskey: async ({ id, memberId, publicKey, counter, transports, createdAt }) => {
    const row = { id, member_id: memberId, public_key: publicKey, counter, created_at: createdAt };
    await query
      .insertInto('staff_passkeys')
      .values({ ...row, transports: transports.join(' ') })
      .execute();
  },
  usedPasskey: async (id, counter) => {
    await query.updateTable('staff_passkeys').set({ counter }).where('id', '=', id).execute();
  },
  removePasskey: async (id, memberId) => {
    const own = query.deleteFrom('staff_passkeys').where('id', '=', id).where('member_id', '=', memberId);
    return (await own.executeTakeFirst()).numDeletedRows === 1n;
  },
});
