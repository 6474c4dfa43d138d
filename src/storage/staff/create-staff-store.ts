import { randomUUID } from 'node:crypto';

import type { Invitation } from '../../staff/identity/invitation';
import type { Member, MemberSecrets } from '../../staff/identity/member';
import { readRoles } from '../../staff/identity/role';
import { SESSION_LIMITS, type SessionLimits } from '../../staff/identity/session';
import type { Joining, Newcomer, StaffStore } from '../../staff/staff-store';
import type { Database } from '../engine/database';
import type { Write } from '../engine/write';
import { createAccountRows } from './account-rows';
import { createAuditList } from './audit-list';
import { createChangeMember } from './change-member';
import { createPasskeyRows } from './passkey-rows';
import { createSessionRows } from './session-rows';
import type { StaffMembersTable } from './staff-tables';

interface Dependencies {
  readonly database: Database;
  readonly limits?: SessionLimits;
  readonly now?: () => number;
}

/** Taken once in the life of a database: two first administrators at the same moment cannot both have it. */
const FIRST = 'first-administrator';

/** Rolls a transaction back that found its invitation ended. */
class Ended extends Error {}

const toMember = ({ roles, password, created_at, disabled, ...row }: StaffMembersTable): MemberSecrets => ({
  id: row.id,
  name: row.name,
  login: row.login,
  roles: readRoles(roles.split(' ')),
  password: password ?? undefined,
  createdAt: created_at,
  disabled: disabled === 1,
});

const withoutSecrets = ({ id, name, login, roles, createdAt, disabled }: MemberSecrets): Member => ({
  id,
  name,
  login,
  roles,
  createdAt,
  disabled,
});

/** Creates it over an open database. */
export const createStaffStore = ({ database, limits = SESSION_LIMITS, now = Date.now }: Dependencies): StaffStore => {
  const { query } = database;
  const sessions = createSessionRows({ database, limits, now });
  const list = createAuditList({ database, now });

  const findBy = async (column: 'id' | 'login', value: string): Promise<MemberSecrets | undefined> => {
    const row = await query.selectFrom('staff_members').selectAll().where(column, '=', value).executeTakeFirst();
    return row && toMember(row);
  };
  const findInvitation = async (from: Database['query'] | Write, hash: string): Promise<Invitation | undefined> => {
    const row = await from
      .selectFrom('staff_invitations')
      .selectAll()
      .where('hash', '=', hash)
      .where('expires_at', '>', now())
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const roles = readRoles(row.roles.split(' '));
    const kind = row.kind as Invitation['kind'];
    return { kind, roles, memberId: row.member_id ?? undefined, expiresAt: row.expires_at };
  };
  const useUp = async (write: Write, hash: string): Promise<Invitation> => {
    const invitation = await findInvitation(write, hash);
    const { numDeletedRows } = await write.deleteFrom('staff_invitations').where('hash', '=', hash).executeTakeFirst();
    if (invitation === undefined || numDeletedRows !== 1n) throw new Ended();
    return invitation;
  };
  const takeFirstPlace = async (write: Write): Promise<void> => {
    const { numInsertedOrUpdatedRows } = await write
      .insertInto('settings')
      .values({ name: FIRST, value: String(now()) })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) throw new Ended();
  };
  const insertMember = async (write: Write, { name, login, roles, password }: Newcomer): Promise<Joining> => {
    const row = { id: randomUUID(), name, login, roles: roles.join(' '), created_at: now(), disabled: 0 };
    await write
      .insertInto('staff_members')
      .values({ ...row, password: password ?? null })
      .execute();
    return { kind: 'joined', member: withoutSecrets(toMember({ ...row, password: null })) };
  };
  const unlessEnded = async <Result, Else>(work: () => Promise<Result>, otherwise: Else): Promise<Result | Else> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Ended) return otherwise;
      throw error;
    }
  };

  return {
    ...sessions,
    ...list,
    ...createAccountRows({ database, now }),
    ...createPasskeyRows({ database }),
    changeMember: createChangeMember({ database, now }),
    hasMembers: async () =>
      (await query.selectFrom('staff_members').select('id').limit(1).executeTakeFirst()) !== undefined,
    members: async () => {
      const rows = await query.selectFrom('staff_members').selectAll().orderBy('created_at').execute();
      return rows.map(toMember).map(withoutSecrets);
    },
    findByLogin: (login) => findBy('login', login),
    findMember: (id) => findBy('id', id),
    setPassword: async (id, password) => {
      await query.updateTable('staff_members').set({ password }).where('id', '=', id).execute();
    },
    invite: async (hash, { kind, roles, memberId, expiresAt }) => {
      await query
        .insertInto('staff_invitations')
        .values({ hash, kind, roles: roles.join(' '), member_id: memberId ?? null, expires_at: expiresAt })
        .execute();
    },
    findInvitation: (hash) => findInvitation(query, hash),
    join: (hash, newcomer) =>
      unlessEnded<Joining, Joining>(
        () =>
          database.write(async (write) => {
            const taken = await write
              .selectFrom('staff_members')
              .select('id')
              .where('login', '=', newcomer.login)
              .executeTakeFirst();
            if (taken !== undefined) return { kind: 'login-taken' };
            const { kind } = await useUp(write, hash);
            if (kind === 'recovery') throw new Ended();
            if (kind === 'first') await takeFirstPlace(write);
            return insertMember(write, newcomer);
          }),
        { kind: 'ended' },
      ),
    recover: (hash, password) =>
      unlessEnded(
        () =>
          database.write(async (write) => {
            const { memberId = '' } = await useUp(write, hash);
            await write.updateTable('staff_members').set({ password }).where('id', '=', memberId).execute();
            await write.deleteFrom('staff_sessions').where('member_id', '=', memberId).execute();
            await write.deleteFrom('staff_passkeys').where('member_id', '=', memberId).execute();
            const row = await write
              .selectFrom('staff_members')
              .selectAll()
              .where('id', '=', memberId)
              .executeTakeFirst();
            if (row === undefined) throw new Ended();
            return withoutSecrets(toMember(row));
          }),
        undefined,
      ),
    purge: async () => {
      await sessions.purgeSessions();
      await query.deleteFrom('staff_invitations').where('expires_at', '<=', now()).execute();
    },
  };
};
