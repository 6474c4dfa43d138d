import type { Kysely } from 'kysely';

import type { Write } from './database';
import type { ConversationRecord } from './logged-activity';
import type { Tables } from './tables';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** When a conversation in use at `now` expires. Rounded up to the hour, it seldom changes, nor does its index. */
export const readConversationExpiry = (now: number, days: number): number =>
  Math.ceil((now + days * DAY_MS) / HOUR_MS) * HOUR_MS;

/** A conversation that has not expired. */
export const findConversationRow = async (
  query: Kysely<Tables>,
  id: string,
  now: number,
): Promise<ConversationRecord | undefined> => {
  const row = await query
    .selectFrom('conversations')
    .select(['id', 'user_id', 'locale', 'created_at', 'expires_at', 'last_sequence'])
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id: row.id,
    userId: row.user_id,
    locale: row.locale ?? undefined,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastSequence: row.last_sequence,
  };
};

/** Deletes conversations with their activities. */
export const deleteConversationRows = async (write: Write, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  await write.deleteFrom('activities').where('conversation_id', 'in', ids).execute();
  await write.deleteFrom('conversations').where('id', 'in', ids).execute();
};
