import { randomUUID } from 'node:crypto';
import { readRoles } from '../../staff/identity/role';
import type { StaffStore } from '../../staff/staff-store';
import type { Database } from '../engine/database';
import { hashKey } from '../engine/hash-key';

interface Dependencies {
  readonly database: Database;
  readonly now: () => number;
}

/** Members by the account of the organisation they sign in with. */
export const createAccountRows = ({ database, now }: Dependencies): Pick<StaffStore, 'enterByAccount'> => ({
  enterByAccount: ({ subject, name, address, roles }) =>
    database.write(async (write) => {
      const account = hashKey(subject);
      const known = await write
        .selectFrom('staff_accounts')
        .select('member_id')
        .where('account', '=', account)
        .executeTakeFirst();
      const row = await write
        .selectFrom('staff_members')
        .selectAll()
        .where(known === undefined ? 'login' : 'id', '=', known?.member_id ?? address ?? '')
        .executeTakeFirst();
      const member = row ?? {
        id: randomUUID(),
        name,
        login: address ?? account,
        roles: (roles ?? ['reads']).join(' '),
        password: null,
        created_at: now(),
        disabled: 0,
      };
      if (row === undefined) await write.insertInto('staff_members').values(member).execute();
      const asGiven = roles === undefined ? member.roles : roles.join(' ');
      if (asGiven !== member.roles)
        await write.updateTable('staff_members').set({ roles: asGiven }).where('id', '=', member.id).execute();
      await write
        .insertInto('staff_accounts')
        .values({ account, member_id: member.id })
        .onConflict((conflict) => conflict.column('account').doUpdateSet({ member_id: member.id }))
        .execute();
      return {
        id: member.id,
        name: member.name,
        login: member.login,
        roles: readRoles(asGiven.split(' ')),
        createdAt: member.created_at,
        disabled: member.disabled === 1,
        isNew: row === undefined,
      };
    }),
});
