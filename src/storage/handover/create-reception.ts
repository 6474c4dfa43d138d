import { HANDOVER_LIMITS } from '../../handover/limits';
import type { Reception } from '../../handover/reception';
import { mayDo, readRoles } from '../../staff/identity/role';
import type { Database } from '../engine/database';

interface Dependencies {
  readonly database: Database;
  readonly now?: () => number;
}

/** Presences shown; who was not heard of for a day is not among them. */
const DAY_MS = 86_400_000;

/** Creates it. */
export const createReception = ({ database: { query }, now = Date.now }: Dependencies): Reception => {
  const hasOpenPlace = async (): Promise<boolean> =>
    (await query.selectFrom('staff_places').select('id').where('is_open', '=', 1).limit(1).executeTakeFirst()) !==
    undefined;
  const put = async ({ id, name }: { readonly id: string; readonly name: string }, isOn?: boolean): Promise<void> => {
    const seen = { name, seen_at: now(), ...(isOn !== undefined && { is_on: isOn ? 1 : 0 }) };
    await query
      .insertInto('reception')
      .values({ member_id: id, is_on: 0, ...seen })
      .onConflict((conflict) => conflict.column('member_id').doUpdateSet(seen))
      .execute();
  };
  return {
    isStaffed: async () => {
      const rows = await query.selectFrom('staff_members').select('roles').where('disabled', '=', 0).execute();
      return rows.some(({ roles }) => mayDo(readRoles(roles.split(' ')), 'answers')) || hasOpenPlace();
    },
    isAvailable: async () => {
      const row = await query
        .selectFrom('reception')
        .select('member_id')
        .where('is_on', '=', 1)
        .where('seen_at', '>', now() - HANDOVER_LIMITS.away)
        // Seen in an hour to come: the clock was set back since.
        .where('seen_at', '<', now() + HANDOVER_LIMITS.away)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined || hasOpenPlace();
    },
    presences: async () => {
      const rows = await query
        .selectFrom('reception')
        .selectAll()
        .where('seen_at', '>', now() - DAY_MS)
        .execute();
      return rows.map((row) => ({
        memberId: row.member_id,
        name: row.name,
        isOn: row.is_on === 1,
        seenAt: row.seen_at,
      }));
    },
    switch: put,
    see: (member) => put(member),
  };
};
