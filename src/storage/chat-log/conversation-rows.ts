import type { Kysely } from 'kysely';

import type { KeptConversation } from '../../bot/ports/conversation-log';
import type { Write } from '../engine/write';
import type { Tables } from '../engine/tables';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const EPOCH_2025 = 1_735_689_600_000;

/** When a conversation in use at `now` expires. Rounded up to the hour, it seldom changes, nor does its index. */
export const readConversationExpiry = (now: number, days: number): number =>
  Math.ceil((now + days * DAY_MS) / HOUR_MS) * HOUR_MS;

/**
 * When a conversation in which the person has said nothing expires: many are begun by visitors who only look, and by
 * whoever wants to fill the room for conversations. An open page renews it.
 */
export const readEmptyExpiry = (now: number): number => now + HOUR_MS;

/**
 * Where the sequence of a new conversation starts: seconds since 2025. A conversation that was deleted while its page
 * was open, and goes on under the same id, so continues above the watermark that page has (nobody says more than one
 * thing a second for long). Fits 32 bits until 2093.
 */
const readFirstSequence = (now: number): number => Math.max(0, Math.floor((now - EPOCH_2025) / 1_000));

/** A conversation that has not expired. */
export const findConversationRow = async (
  query: Kysely<Tables>,
  id: string,
  now: number,
): Promise<KeptConversation | undefined> => {
  const row = await query
    .selectFrom('conversations')
    .select(['id', 'user_id', 'locale'])
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { id: row.id, userId: row.user_id, locale: row.locale ?? undefined };
};

/** Deletes at most so many activities of conversations; gives how many. */
export const deleteSomeActivities = async (write: Write, ids: readonly string[], most: number): Promise<number> => {
  if (ids.length === 0) return 0;
  const { numDeletedRows } = await write
    .deleteFrom('activities')
    .where('number', 'in', (inner) =>
      inner.selectFrom('activities').select('number').where('conversation_id', 'in', ids).limit(most),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
};

/** Deletes conversations with their activities. */
export const deleteConversationRows = async (write: Write, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  await write.deleteFrom('activities').where('conversation_id', 'in', ids).execute();
  await write.deleteFrom('conversations').where('id', 'in', ids).execute();
};

/** Adds a conversation unless it is there. One of that name that has expired is gone, with all that was said in it. */
export const insertConversationRow = async (
  write: Write,
  { id, userId, locale }: KeptConversation,
  { now, expiresAt }: { readonly now: number; readonly expiresAt: number },
): Promise<void> => {
  const old = await write.selectFrom('conversations').select('expires_at').where('id', '=', id).executeTakeFirst();
  if (old !== undefined && old.expires_at <= now) await deleteConversationRows(write, [id]);
  await write
    .insertInto('conversations')
    .values({
      id,
      user_id: userId,
      locale: locale ?? null,
      created_at: now,
      expires_at: expiresAt,
      last_sequence: readFirstSequence(now),
      last_at: 0,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
};
