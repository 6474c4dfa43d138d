import type { Database } from './database';
import { databaseClock } from './database-clock';

const NAME = 'clock';
const HOUR_MS = 3_600_000;
/** A clock this far ahead of where it was last seen has jumped, or the program was off so long: nobody can tell. */
const JUMP_MS = HOUR_MS;
/** So long the clock must have gone on from there before what it says has expired is deleted. */
const PROBATION_MS = HOUR_MS;
/** Instances whose clock differs this much from the database server's do not delete. */
const DIFFERENCE_MS = 5 * 60_000;

/** Says whether the clock can be believed before something is deleted for good because of its age. */
export interface ClockWatch {
  isBelieved(): Promise<boolean>;
}

interface Dependencies {
  readonly database: Database;
  readonly now: () => number;
  /** Milliseconds that pass however the clock is set. */
  readonly elapsed?: () => number;
}

/**
 * A machine whose battery is empty begins the day in another year, until it hears of the right time. Where the clock was
 * last seen is kept; after a jump ahead nothing is deleted until the clock has gone steadily for an hour.
 */
export const createClockWatch = ({ database, now, elapsed = () => performance.now() }: Dependencies): ClockWatch => {
  const { query } = database;
  let before: { readonly at: number; readonly elapsed: number } | undefined;
  let doubtedAt: number | undefined;

  const readSeen = async (): Promise<number> => {
    const row = await query.selectFrom('settings').select('value').where('name', '=', NAME).executeTakeFirst();
    return row === undefined ? now() : Number(row.value);
  };
  const writeSeen = async (): Promise<void> => {
    const value = String(now());
    await query
      .insertInto('settings')
      .values({ name: NAME, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute();
  };
  const isNearServer = async (): Promise<boolean> => {
    if (database.kind === 'sqlite') return true;
    const { at } = await query.selectNoFrom(databaseClock('postgres').as('at')).executeTakeFirstOrThrow();
    return Math.abs(at - now()) < DIFFERENCE_MS;
  };
  /** How far the clock has moved beyond the time that has passed. */
  const readJump = async (): Promise<number> => {
    const last = before ?? { at: await readSeen(), elapsed: elapsed() };
    return now() - last.at - (elapsed() - last.elapsed);
  };

  return {
    isBelieved: async () => {
      if ((await readJump()) > JUMP_MS) doubtedAt = elapsed();
      before = { at: now(), elapsed: elapsed() };
      if (doubtedAt !== undefined && elapsed() - doubtedAt < PROBATION_MS) return false;
      doubtedAt = undefined;
      if (!(await isNearServer())) return false;
      await writeSeen();
      return true;
    },
  };
};
