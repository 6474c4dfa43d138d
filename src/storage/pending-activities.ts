import { sql } from 'kysely';

import { readActivityRow, type TurnClaim } from './activity-rows';
import type { Database } from './database';
import { databaseClock } from './database-clock';
import type { LoggedActivity } from './logged-activity';

/** Without a sign of life for so long, another instance takes a message over (PostgreSQL). */
const LEASE_MS = 6_000;
const RENEW_MS = 1_500;
/** After so long without an end, the instance itself may take the message again: no turn lasts this long. */
const LONGEST_MS = 120_000;
/** A message whose turn has ended the process this often is left alone. */
const MOST_ATTEMPTS = 3;

/** Messages of patients that are stored but whose turn is not over. */
export interface PendingActivities {
  /** The mark of this instance for a new message. */
  claim(): TurnClaim;
  /** From now on the claim on a stored message is kept alive. */
  hold(id: string): void;
  /** The turn of a message is over. */
  settle(id: string): void;
  /** Takes messages whose turn nobody runs any more, oldest first. */
  claimLeft(limit: number): Promise<readonly LoggedActivity[]>;
  close(): void;
}

/** Creates the keeper of claims. On SQLite a claim of another instance is a dead one: one process uses the file. */
export const createPendingActivities = ({ database }: { readonly database: Database }): PendingActivities => {
  const { query, instance } = database;
  const shared = database.kind === 'postgres';
  const clock = databaseClock(database.kind);
  const until = sql<number>`${clock} + ${sql.lit(shared ? LEASE_MS : LONGEST_MS)}`;
  /** Activity ids and since when they are held. */
  const held = new Map<string, number>();

  const renew = async (): Promise<void> => {
    for (const [id, since] of held) if (Date.now() - since > LONGEST_MS) held.delete(id);
    if (held.size === 0) return;
    await query
      .updateTable('activities')
      .set({ claim_until: until })
      .where('pending', '=', sql.lit(1))
      .where('claimed_by', '=', instance)
      .where('id', '=', sql<string>`any(${[...held.keys()]}::text[])`)
      .execute();
  };
  const timer = shared ? setInterval(() => void renew().catch(() => undefined), RENEW_MS).unref() : undefined;
  const hold = (id: string): void => {
    if (shared) held.set(id, Date.now());
  };

  const claimLeft = async (limit: number): Promise<readonly LoggedActivity[]> => {
    const rows = await query
      .updateTable('activities')
      .set({ claimed_by: instance, claim_until: until, attempts: sql`attempts + 1` })
      .where('number', 'in', (inner) => {
        const left = inner
          .selectFrom('activities')
          .select('number')
          .where('pending', '=', sql.lit(1))
          .where('attempts', '<', MOST_ATTEMPTS)
          .where((where) =>
            where.or([where('claim_until', '<=', clock), ...(shared ? [] : [where('claimed_by', '!=', instance)])]),
          )
          .orderBy('number')
          .limit(limit);
        return shared ? left.forUpdate().skipLocked() : left;
      })
      .returning(['number', 'conversation_id', 'sequence', 'id', 'body'])
      .execute();
    for (const { id } of rows) hold(id);
    return [...rows].sort((a, b) => a.number - b.number).map(readActivityRow);
  };

  return {
    claim: () => ({ by: instance, until }),
    hold,
    settle: (id) => void held.delete(id),
    claimLeft,
    close: () => clearInterval(timer),
  };
};
