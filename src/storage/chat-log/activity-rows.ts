import { type Kysely, sql } from 'kysely';

import type { ActivityBody, ActivityDraft, KeptActivity, KeptEntry } from '../../bot/ports/conversation-log';
import type { Database } from '../engine/database';
import { hashKey } from '../engine/hash-key';
import { readStoredJson } from '../engine/read-stored-json';
import { createStatement, type SlotOf } from '../engine/statement';
import type { Tables } from '../engine/tables';

/** Where and when something is written. */
export interface ActivityContext {
  readonly database: Database;
  readonly write: Kysely<Tables>;
  readonly conversationId: string;
  readonly now: number;
  /** When the conversation expires once the person has said something. */
  readonly expiresAt: number;
}

interface Place {
  readonly sequence: number;
  readonly at: number;
}

/** The id of an activity: the same for the same key, so that storing it twice is storing it once. */
export const readActivityId = (conversationId: string, key: string): string =>
  `${conversationId}|${hashKey(key).slice(0, 22)}`;

/** The activity as stored and shown. */
export const readKeptActivity = (activity: ActivityBody, id: string, at: number): KeptActivity => ({
  ...activity,
  id,
  timestamp: new Date(at).toISOString(),
});

interface Taking {
  readonly conversationId: string;
  readonly now: number;
}

/** Takes the next place of a conversation; its row is locked until the commit, so places and commits agree in order. */
const takeNext = (on: Kysely<Tables>, slot: SlotOf<Taking>) =>
  on
    .updateTable('conversations')
    .set({
      last_sequence: sql`last_sequence + 1`,
      last_at: sql`case when last_at >= ${slot('now')} then last_at + 1 else ${slot('now')} end`,
    })
    .where('id', '=', slot('conversationId'))
    .where('expires_at', '>', slot('now'))
    .returning(['last_sequence', 'last_at']);

const takeForBot = createStatement(takeNext);
const takeForUser = createStatement((on, slot: SlotOf<Taking & { readonly expiresAt: number }>) =>
  takeNext(on, slot).set({ expires_at: slot('expiresAt') }),
);

const takePlace = async (
  { write, conversationId, now, expiresAt }: ActivityContext,
  isUsed: boolean,
): Promise<Place | undefined> => {
  const taking = { conversationId, now };
  const { rows } = await (isUsed ? takeForUser(write, { ...taking, expiresAt }) : takeForBot(write, taking));
  const [row] = rows;
  return row && { sequence: row.last_sequence, at: row.last_at };
};

const isFromUser = ({ from }: ActivityBody): boolean =>
  typeof from === 'object' && from !== null && 'role' in from && from.role === 'user';

/** What became of a draft. `repeated`: stored before; rolling back gives the place back, a gap does no harm. */
export type Insertion =
  | { readonly kind: 'stored'; readonly entry: KeptEntry }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'unknown-conversation' };

/** Stores a draft in the next place. */
export const insertActivity = (context: ActivityContext, draft: ActivityDraft): Promise<Insertion> =>
  context.database.kind === 'postgres' ? insertAtOnce(context, draft) : insertInSteps(context, draft);

/** A time as `Date.toISOString` writes it. */
const isoTime = sql`to_char(to_timestamp(last_at / 1000.0) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The same in one statement, where each is a way over the network; a place taken for something stored before is a gap. */
const insertAtOnce = async (
  { database, write, conversationId, now, expiresAt }: ActivityContext,
  { activity, key, needsTurn }: ActivityDraft,
): Promise<Insertion> => {
  const id = readActivityId(conversationId, key);
  const fromUser = isFromUser(activity);
  // The time stands at the end of the body, when the place is known.
  const body = JSON.stringify({ ...activity, id, timestamp: undefined }).slice(0, -1);
  const { rows } = await sql<{ readonly sequence: number; readonly at: number; readonly stored: boolean }>`
    with place as (
      update conversations set last_sequence = last_sequence + 1, last_at = greatest(last_at + 1, ${now}::bigint),
        expires_at = case when ${fromUser}::boolean then ${expiresAt}::bigint else expires_at end
      where id = ${conversationId} and expires_at > ${now}::bigint returning last_sequence, last_at
    ), kept as (
      insert into activities (conversation_id, sequence, id, body, from_user, pending, attempts)
      select ${conversationId}, last_sequence, ${id}, ${body}::text || ',"timestamp":"' || ${isoTime} || '"}',
        ${fromUser ? 1 : 0}::int, ${needsTurn ? 1 : 0}::int, 0 from place
      on conflict (conversation_id, id) do nothing returning 1
    ), told as (
      select ${database.signals.announcement('activities', conversationId)} from kept
    )
    select last_sequence as sequence, last_at as at, exists (select 1 from kept) as stored,
      (select count(*) from told) as told from place`.execute(write);
  const [place] = rows;
  if (place === undefined) return { kind: 'unknown-conversation' };
  if (!place.stored) return { kind: 'repeated' };
  return { kind: 'stored', entry: { sequence: place.sequence, activity: readKeptActivity(activity, id, place.at) } };
};

interface NewActivity {
  readonly conversationId: string;
  readonly sequence: number;
  readonly id: string;
  readonly body: string;
  readonly fromUser: number;
  readonly pending: number;
}

const insertKept = createStatement<NewActivity>((on, slot) =>
  on
    .insertInto('activities')
    .values({
      conversation_id: slot('conversationId'),
      sequence: slot('sequence'),
      id: slot('id'),
      body: slot('body'),
      from_user: slot('fromUser'),
      pending: slot('pending'),
      attempts: 0,
    })
    .onConflict((conflict) => conflict.columns(['conversation_id', 'id']).doNothing()),
);

const insertInSteps = async (
  context: ActivityContext,
  { activity, key, needsTurn }: ActivityDraft,
): Promise<Insertion> => {
  const { database, write, conversationId } = context;
  const place = await takePlace(context, isFromUser(activity));
  if (place === undefined) return { kind: 'unknown-conversation' };
  const kept = readKeptActivity(activity, readActivityId(conversationId, key), place.at);
  const inserting = insertKept(write, {
    conversationId,
    sequence: place.sequence,
    id: kept.id,
    body: database.seal(JSON.stringify(kept)),
    fromUser: isFromUser(activity) ? 1 : 0,
    pending: needsTurn ? 1 : 0,
  });
  const [{ numAffectedRows }] = await Promise.all([
    inserting,
    database.signals.announce(write, 'activities', conversationId),
  ]);
  if (numAffectedRows === 0n) return { kind: 'repeated' };
  return { kind: 'stored', entry: { sequence: place.sequence, activity: kept } };
};

const readEntry = ({ sequence, body }: { readonly sequence: number; readonly body: string }): KeptEntry => ({
  sequence,
  activity: readStoredJson(body) as KeptActivity,
});

/** An activity by its id. */
export const findActivityRow = async (
  query: Kysely<Tables>,
  conversationId: string,
  id: string,
): Promise<KeptEntry | undefined> => {
  const row = await query
    .selectFrom('activities')
    .select(['sequence', 'body'])
    .where('conversation_id', '=', conversationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && readEntry(row);
};

/** Puts an activity in the place of another, as news. */
export const replaceActivity = async (
  context: ActivityContext,
  id: string,
  activity: ActivityBody,
): Promise<KeptEntry | undefined> => {
  const { database, write, conversationId } = context;
  const place = await takePlace(context, false);
  if (place === undefined) return undefined;
  const old = await findActivityRow(write, conversationId, id);
  if (old === undefined) return undefined;
  const kept = { ...activity, id, timestamp: old.activity.timestamp };
  await write
    .updateTable('activities')
    .set({ sequence: place.sequence, body: database.seal(JSON.stringify(kept)) })
    .where('conversation_id', '=', conversationId)
    .where('id', '=', id)
    .execute();
  await database.signals.announce(write, 'activities', conversationId);
  return { sequence: place.sequence, activity: kept };
};

/** Activities after a sequence, in order, without those that have expired. */
export const readActivityRows = async (
  query: Kysely<Tables>,
  { conversationId, after, limit, now }: { conversationId: string; after: number; limit: number; now: number },
): Promise<readonly KeptEntry[]> => {
  const rows = await query
    .selectFrom('activities')
    .select(['sequence', 'body'])
    .where('conversation_id', '=', conversationId)
    .where('sequence', '>', after)
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
    .orderBy('sequence')
    .limit(limit)
    .execute();
  return rows.map(readEntry);
};
