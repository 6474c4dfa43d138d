import { isAlive, type SessionLimits } from '../../staff/identity/session';
import { readRoles } from '../../staff/identity/role';
import type { StaffStore } from '../../staff/staff-store';
import type { Database } from '../engine/database';

interface Dependencies {
  readonly database: Database;
  readonly limits: SessionLimits;
  readonly now: () => number;
}

type SessionStore = Pick<
  StaffStore,
  'startSession' | 'findSession' | 'touchSession' | 'endSession' | 'endSessionsOf' | 'countSessions'
>;

/** The sessions of the console. */
export const createSessionRows = ({
  database: { query },
  limits,
  now,
}: Dependencies): SessionStore & { purgeSessions(): Promise<void> } => ({
  startSession: async (hash, memberId) => {
    await query
      .insertInto('staff_sessions')
      .values({ hash, member_id: memberId, created_at: now(), seen_at: now() })
      .execute();
  },
  findSession: async (hash) => {
    const row = await query
      .selectFrom('staff_sessions as session')
      .innerJoin('staff_members as member', 'member.id', 'session.member_id')
      .select(['session.created_at as createdAt', 'session.seen_at as seenAt'])
      .select(['member.id', 'member.name', 'member.login', 'member.roles', 'member.created_at as joinedAt'])
      .where('session.hash', '=', hash)
      .where('member.disabled', '=', 0)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const { id, name, login } = row;
    const roles = readRoles(row.roles.split(' '));
    const times = { createdAt: row.createdAt, seenAt: row.seenAt };
    if (!isAlive(times, now(), limits)) return undefined;
    return { member: { id, name, login, roles, createdAt: row.joinedAt, disabled: false }, ...times };
  },
  touchSession: async (hash) => {
    await query.updateTable('staff_sessions').set({ seen_at: now() }).where('hash', '=', hash).execute();
  },
  endSession: async (hash) => {
    await query.deleteFrom('staff_sessions').where('hash', '=', hash).execute();
  },
  endSessionsOf: async (memberId) => {
    await query.deleteFrom('staff_sessions').where('member_id', '=', memberId).execute();
  },
  countSessions: async (memberId) => {
    const rows = await query
      .selectFrom('staff_sessions')
      .select(['created_at', 'seen_at'])
      .where('member_id', '=', memberId)
      .execute();
    return rows.filter((row) => isAlive({ createdAt: row.created_at, seenAt: row.seen_at }, now(), limits)).length;
  },
  purgeSessions: async () => {
    await query
      .deleteFrom('staff_sessions')
      .where((where) =>
        where.or([where('seen_at', '<=', now() - limits.idle), where('created_at', '<=', now() - limits.absolute)]),
      )
      .execute();
  },
});
