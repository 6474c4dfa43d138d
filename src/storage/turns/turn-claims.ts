import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';

import type { ConversationLog, KeptActivity, KeptConversation, TurnClaim } from '../../bot/ports/conversation-log';
import type { Database } from '../engine/database';
import type { Write } from '../engine/write';
import { databaseClock } from '../engine/database-clock';
import { readStoredJson } from '../engine/read-stored-json';
import { createStatement } from '../engine/statement';
import type { Tables } from '../engine/tables';
import { keepStart, ownState, readState, stateKeyOf, takeStart } from './claimed-starts';
import { currentTurn } from './turn';
import { TurnLostError } from '../../bot/ports/turn-lost-error';

/** Without a sign of life for so long, another instance takes an entry over (PostgreSQL). */
const LEASE_MS = 6_000;
const RENEW_MS = 1_500;
/** After so long without an end, the instance that holds it may take it again itself: no turn lasts this long. */
const LONGEST_MS = 120_000;

type ClaimsOfLog = Pick<
  ConversationLog,
  'claimTurn' | 'finishTurn' | 'releaseTurn' | 'isUnanswered' | 'findUnanswered'
>;

interface Claims extends ClaimsOfLog {
  /** Renews no claim any more. */
  close(): void;
}

/** What this process holds in a conversation. */
interface Held {
  readonly activity: string;
  /** By the process's own clock, which nobody sets. */
  readonly since: number;
  /** The state read along, where somebody has the conversation. */
  readonly stateKey: string | undefined;
}

/** A column of the conversation an activity belongs to. */
const ownConversation = <Column extends 'user_id' | 'locale'>(
  expression: ExpressionBuilder<Tables, 'activities'>,
  column: Column,
) =>
  expression.selectFrom('conversations').select(column).whereRef('conversations.id', '=', 'activities.conversation_id');

/** What a claim gives. */
interface Claimed extends Owner {
  /** The state of the person in the conversation: eTag, answers, when it expires, value, with spaces between; null: none. */
  readonly state: string | null;
  readonly sequence: number;
  readonly body: string;
  readonly attempts: number;
}

interface Owner {
  readonly user_id: string | null;
  readonly locale: string | null;
}

const readConversation = (id: string, { user_id: userId, locale }: Owner): KeptConversation | undefined =>
  userId === null ? undefined : { id, userId, locale: locale ?? undefined };

const isKept = async (query: Write | Database['query'], conversationId: string, id: string): Promise<boolean> => {
  const row = await query
    .selectFrom('activities')
    .select('number')
    .where('conversation_id', '=', conversationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
};

/** Who answers what. On SQLite a claim of another instance is a dead one: one process uses the file. */
export const createTurnClaims = ({ database }: { readonly database: Database }): Claims => {
  const { query, instance } = database;
  const shared = database.kind === 'postgres';
  const clock = databaseClock(database.kind);
  const until = sql<number>`${clock} + ${sql.lit(shared ? LEASE_MS : LONGEST_MS)}`;
  /** By conversation; of each, one entry at a time. */
  const held = new Map<string, Held>();
  const claiming = new Set<string>();
  const finished = new WeakSet<TurnClaim>();

  /**
   * What is marked as this instance's own, though it does not hold it, was let go when the mark could not be changed. On
   * SQLite every other mark is that of a dead process.
   */
  const isFree = (where: ExpressionBuilder<Tables, 'activities'>): Expression<SqlBool> =>
    shared
      ? where.or([
          where('claimed_by', 'is', null),
          where('claim_until', '<=', clock),
          where('claimed_by', '=', instance),
        ])
      : where.lit(true);
  const holds = (conversationId: string): boolean => {
    const since = held.get(conversationId)?.since;
    if (since !== undefined && performance.now() - since > LONGEST_MS) held.delete(conversationId);
    return held.has(conversationId);
  };
  const letGo = (conversationId: string, { entry }: TurnClaim): void => {
    const own = held.get(conversationId);
    if (own?.activity !== entry.activity.id) return;
    held.delete(conversationId);
    // Nobody else's turn is to begin with it.
    takeStart(database, own.stateKey);
  };

  const renew = async (): Promise<void> => {
    const ids = [...held].filter(([conversationId]) => holds(conversationId)).map(([, { activity }]) => activity);
    if (ids.length === 0) return;
    await database.alive
      .updateTable('activities')
      .set({ claim_until: until })
      .where('pending', '=', sql.lit(1))
      .where('claimed_by', '=', instance)
      .where('id', '=', sql<string>`any(${ids}::text[])`)
      .execute();
  };
  const timer = shared ? setInterval(() => void renew().catch(() => undefined), RENEW_MS).unref() : undefined;

  // Only a process that died with it counts: what this one takes up again did not bring it down.
  const attempted = sql<number>`case when claimed_by = ${instance} then attempts else attempts + 1 end`;
  const claimTurn = async (conversationId: string): Promise<TurnClaim | undefined> => {
    if (holds(conversationId) || claiming.has(conversationId)) return undefined;
    claiming.add(conversationId);
    try {
      return await claimOldest(conversationId);
    } finally {
      claiming.delete(conversationId);
    }
  };
  // A claim that a crash of the server loses is made again: nobody waits until it is on the disk.
  const unhurried = sql<string>`set_config('synchronous_commit', 'off', true)`.as('unhurried');
  const claim = createStatement<{ readonly conversationId: string }, Claimed>((on, slot) =>
    on
      .updateTable('activities')
      .set({ claimed_by: instance, claim_until: until, attempts: attempted })
      .where('number', '=', (inner) =>
        inner
          .selectFrom('activities')
          .select('number')
          .where('conversation_id', '=', slot('conversationId'))
          .where('pending', '=', sql.lit(1))
          .orderBy('sequence')
          .limit(1),
      )
      .where('pending', '=', sql.lit(1))
      .where(isFree)
      .returning((column) => ['sequence', 'body', 'attempts', ownConversation(column, 'user_id').as('user_id')])
      .returning((column) => [ownConversation(column, 'locale').as('locale'), ownState(column).as('state')])
      .$if(shared, (update) => update.returning(unhurried)),
  );
  const claimOldest = async (conversationId: string): Promise<TurnClaim | undefined> => {
    const [row] = (await claim(query, { conversationId })).rows;
    if (row === undefined) return undefined;
    const activity = readStoredJson(row.body) as KeptActivity;
    const stateKey = row.user_id === null ? undefined : stateKeyOf(conversationId, row.user_id);
    held.set(conversationId, { activity: activity.id, since: performance.now(), stateKey });
    if (stateKey !== undefined) keepStart(database, { key: stateKey, row: readState(row.state) });
    return {
      entry: { sequence: row.sequence, activity },
      conversation: readConversation(conversationId, row),
      attempts: row.attempts,
    };
  };

  const markFinished = createStatement<{ readonly conversationId: string; readonly id: string }>((on, slot) =>
    on
      .updateTable('activities')
      .set({ pending: 0, claimed_by: null, claim_until: null })
      .where('conversation_id', '=', slot('conversationId'))
      .where('id', '=', slot('id'))
      .where('claimed_by', '=', instance),
  );
  const finishTurn = async (conversationId: string, claim: TurnClaim): Promise<void> => {
    if (finished.has(claim)) return;
    const { activity } = claim.entry;
    const finish = async (write: Write | typeof query): Promise<void> => {
      const { numAffectedRows } = await markFinished(write, { conversationId, id: activity.id });
      // Another instance has taken it over, unless the person had it deleted meanwhile.
      if (numAffectedRows === 0n && (await isKept(write, conversationId, activity.id))) throw new TurnLostError();
    };
    const release = (): void => {
      finished.add(claim);
      letGo(conversationId, claim);
    };
    const turn = currentTurn();
    if (turn === undefined) {
      await finish(query);
      release();
    } else {
      // After the state: what ended a check counts as unanswered while its answers are deleted, and so stays.
      turn.defer(finish, 'last');
      turn.afterwards(release);
    }
  };

  const releaseTurn = async (conversationId: string, claim: TurnClaim): Promise<void> => {
    letGo(conversationId, claim);
    await query
      .updateTable('activities')
      .set({ claimed_by: null, claim_until: null, attempts: sql`attempts - 1` })
      .where('conversation_id', '=', conversationId)
      .where('id', '=', claim.entry.activity.id)
      .where('pending', '=', sql.lit(1))
      .where('claimed_by', '=', instance)
      .execute();
  };

  return {
    claimTurn,
    finishTurn,
    releaseTurn,
    isUnanswered: async (conversationId, activityId) => {
      const row = await query
        .selectFrom('activities')
        .select('pending')
        .where('conversation_id', '=', conversationId)
        .where('id', '=', activityId)
        .executeTakeFirst();
      return row?.pending === 1;
    },
    findUnanswered: async () => {
      // Where the oldest entry is held, its holder goes on to the next one itself.
      const rows = await query
        .selectFrom('activities')
        .select('conversation_id')
        .where('pending', '=', sql.lit(1))
        .groupBy('conversation_id')
        .having((where) => sql<number>`sum(case when ${isFree(where)} then 0 else 1 end)`, '=', 0)
        .execute();
      return rows.map((row) => row.conversation_id).filter((conversationId) => !holds(conversationId));
    },
    close: () => clearInterval(timer),
  };
};
