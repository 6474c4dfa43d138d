import { sql } from 'kysely';

import type { Database } from '../engine/database';
import type { Write } from '../engine/write';
import { databaseClock } from '../engine/database-clock';
import { TurnLostError } from '../../bot/ports/turn-lost-error';
import type { TurnPlace, TurnPlaces } from './turn-places';

/**
 * How long a place stays taken without a sign of life from its instance. Effect: so long does a conversation wait
 * after an instance was killed in the middle of its turn; an instance that stands still longer loses its turn.
 */
const LEASE_MS = 6_000;
/** Signs of life within a lease: a few may be lost or late. */
const RENEWALS = 4;
/** A waiting turn hears of a free place at once; this is for news that got lost. */
const LOOK_MS = 500;

const NOW = databaseClock('postgres');

interface Queue {
  readonly alive: number;
  readonly dead: number;
  readonly handled: boolean;
}

interface Dependencies {
  readonly database: Database;
  readonly leaseMs?: number;
}

const renew = async (database: Database, tickets: readonly number[], leaseMs: number): Promise<void> => {
  if (tickets.length === 0) return;
  await database.alive
    .updateTable('turns')
    .set({ lease_until: sql`${NOW} + ${leaseMs}` })
    .where('ticket', '=', sql<number>`any(${tickets}::bigint[])`)
    .execute();
};

/** The lock makes the order of the numbers the order of the commits: who sees no lower number is the first. */
const takeTicket = async (database: Database, conversation: string, leaseMs: number): Promise<number> => {
  const { rows } = await sql<{ readonly ticket: number }>`
    with door as materialized (select pg_advisory_xact_lock(hashtextextended(${conversation}, 0)))
    insert into turns (conversation, holder, lease_until)
    select ${conversation}, ${database.instance}, ${NOW} + ${leaseMs} from door
    returning ticket`.execute(database.query);
  const [row] = rows;
  if (row === undefined) throw new TurnLostError();
  return row.ticket;
};

const look = async (
  database: Database,
  conversation: string,
  ticket: number,
  activity: string | undefined,
): Promise<Queue> => {
  const { rows } = await sql<Queue>`
    select count(*) filter (where lease_until > ${NOW})::int as alive,
      count(*) filter (where lease_until <= ${NOW})::int as dead,
      exists (select 1 from handled_activities where id = ${activity ?? ''}) as handled
    from turns where conversation = ${conversation} and ticket < ${ticket}`.execute(database.query);
  return rows[0] ?? { alive: 0, dead: 0, handled: false };
};

/** What a killed instance left; its turn can no longer be written, see `leave`. */
const clearDead = async (database: Database, conversation: string, ticket: number): Promise<void> => {
  await database.query
    .deleteFrom('turns')
    .where('conversation', '=', conversation)
    .where('ticket', '<', ticket)
    .where('lease_until', '<=', NOW)
    .execute();
};

/** True when the place was still held. Whoever waits behind it is woken by the commit. */
const leaveQueue = async (database: Database, write: Write, conversation: string, ticket: number): Promise<boolean> => {
  const { rows } = await sql<{ readonly held: boolean; readonly waiting: boolean }>`
    with gone as (delete from turns where ticket = ${ticket} returning ticket)
    select exists (select 1 from gone) as held,
      exists (select 1 from turns where conversation = ${conversation} and ticket > ${ticket}) as waiting`.execute(
    write,
  );
  if (rows[0]?.waiting === true) await database.signals.announce(write, 'turns', conversation);
  return rows[0]?.held === true;
};

/** Listening begins before the look, or news between the two would be missed. */
const waitForNews = async <Result>(
  database: Database,
  conversation: string,
  lookAgain: () => Promise<Result | undefined>,
): Promise<Result> => {
  let wake = (): void => undefined;
  const stop = database.signals.listen('turns', conversation, () => wake());
  try {
    for (;;) {
      const news = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const found = await lookAgain();
      if (found !== undefined) return found;
      const timer = setTimeout(wake, LOOK_MS);
      await news;
      clearTimeout(timer);
    }
  } finally {
    stop();
  }
};

/**
 * Places as rows with a lease: an instance renews those it holds, so they outlive neither its death nor its silence,
 * and no connection is held while a turn waits or runs.
 */
export const createPostgresTurnPlaces = ({ database, leaseMs = LEASE_MS }: Dependencies): TurnPlaces => {
  const held = new Set<number>();
  const timer = setInterval(() => {
    renew(database, [...held], leaseMs).catch(() => undefined);
  }, leaseMs / RENEWALS).unref();

  const createPlace = (conversation: string, activity: string | undefined, ticket: number): TurnPlace => {
    const lookOnce = async (): Promise<{ readonly handled: boolean } | undefined> => {
      for (;;) {
        const { alive, dead, handled } = await look(database, conversation, ticket, activity);
        if (alive > 0) return undefined;
        if (dead === 0) return { handled };
        await clearDead(database, conversation, ticket);
      }
    };
    const left = (): void => {
      held.delete(ticket);
      database.signals.tell('turns', conversation);
    };
    return {
      ready: async () => (await lookOnce()) ?? waitForNews(database, conversation, lookOnce),
      leave: async (write) => {
        if (!(await leaveQueue(database, write, conversation, ticket))) throw new TurnLostError();
      },
      left,
      abandon: async () => {
        held.delete(ticket);
        await database.write((write) => leaveQueue(database, write, conversation, ticket));
        left();
      },
    };
  };
  return {
    take: async (conversation, activity) => {
      const ticket = await takeTicket(database, conversation, leaseMs);
      held.add(ticket);
      return createPlace(conversation, activity, ticket);
    },
    close: () => clearInterval(timer),
  };
};
