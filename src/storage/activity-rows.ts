import { type Kysely, type RawBuilder, sql } from 'kysely';

import type { Database, Write } from './database';
import { hashKey } from './hash-key';
import type { ActivityBody, LoggedActivity } from './logged-activity';
import type { Tables } from './tables';

/** Where and when something is written. */
export interface ActivityContext {
  readonly database: Database;
  readonly write: Write;
  readonly conversationId: string;
  readonly now: number;
  /** When the conversation expires from now on. */
  readonly expiresAt: number;
}

/** Who runs the turn of a message, and until when nobody else may. */
export interface TurnClaim {
  readonly by: string;
  readonly until: RawBuilder<number>;
}

/** An activity to store. */
export interface ActivityToStore {
  readonly id: string;
  readonly activity: ActivityBody;
  /** Where a turn is to follow. */
  readonly claim?: TurnClaim;
}

/** The id of an activity: the same for the same name, so that storing it twice is storing it once. */
export const readActivityId = (conversationId: string, name: string): string =>
  `${conversationId}|${hashKey(name).slice(0, 22)}`;

interface Places {
  readonly firstSequence: number;
  readonly firstAt: number;
}

/** Takes the next places of a conversation; its row is locked until the commit, so places and commits agree in order. */
const takePlaces = async (
  { write, conversationId, now, expiresAt }: ActivityContext,
  count: number,
): Promise<Places | undefined> => {
  const more = sql.lit(count);
  const row = await write
    .updateTable('conversations')
    .set({
      last_sequence: sql`last_sequence + ${more}`,
      last_at: sql`case when last_at >= ${now} then last_at + ${more} else ${now - 1} + ${more} end`,
      expires_at: expiresAt,
    })
    .where('id', '=', conversationId)
    .where('expires_at', '>', now)
    .returning(['last_sequence', 'last_at'])
    .executeTakeFirst();
  return row && { firstSequence: row.last_sequence - count + 1, firstAt: row.last_at - count + 1 };
};

const isFromUser = ({ from }: ActivityBody): boolean =>
  typeof from === 'object' && from !== null && 'role' in from && from.role === 'user';

/**
 * Stores activities one after another, each with a later timestamp than the one before.
 * Returns how many were new, or undefined when there is no such conversation.
 */
export const insertActivities = async (
  context: ActivityContext,
  entries: readonly ActivityToStore[],
): Promise<number | undefined> => {
  const places = await takePlaces(context, entries.length);
  if (places === undefined) return undefined;
  const { database, write, conversationId } = context;
  const stamp = (index: number): string => new Date(places.firstAt + index).toISOString();
  const { numInsertedOrUpdatedRows } = await write
    .insertInto('activities')
    .values(
      entries.map(({ id, activity, claim }, index) => ({
        conversation_id: conversationId,
        sequence: places.firstSequence + index,
        id,
        body: database.seal(JSON.stringify({ ...activity, id, timestamp: stamp(index) })),
        from_user: isFromUser(activity) ? 1 : 0,
        pending: claim === undefined ? 0 : 1,
        claimed_by: claim?.by ?? null,
        claim_until: claim?.until ?? null,
        attempts: claim === undefined ? 0 : 1,
      })),
    )
    .onConflict((conflict) => conflict.columns(['conversation_id', 'id']).doNothing())
    .executeTakeFirst();
  await database.signals.announce(write, 'activities', conversationId);
  return Number(numInsertedOrUpdatedRows ?? 0n);
};

/** Reads a row as an activity. */
export const readActivityRow = (row: {
  readonly conversation_id: string;
  readonly sequence: number;
  readonly id: string;
  readonly body: string;
}): LoggedActivity => ({
  conversationId: row.conversation_id,
  sequence: row.sequence,
  id: row.id,
  activity: JSON.parse(row.body) as ActivityBody,
});

/** Activities after a sequence, in order, without those that have expired. */
export const readActivityRows = async (
  query: Kysely<Tables>,
  { conversationId, after, limit, now }: { conversationId: string; after: number; limit: number; now: number },
): Promise<readonly LoggedActivity[]> => {
  const rows = await query
    .selectFrom('activities')
    .select(['conversation_id', 'sequence', 'id', 'body'])
    .where('conversation_id', '=', conversationId)
    .where('sequence', '>', after)
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
    .orderBy('sequence')
    .limit(limit)
    .execute();
  return rows.map(readActivityRow);
};
