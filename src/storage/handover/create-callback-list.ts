import { randomUUID } from 'node:crypto';

import type { CallbackWish } from '../../handover/callback';
import type { CallbackList } from '../../handover/callback-list';
import { HANDOVER_LIMITS } from '../../handover/limits';
import { INBOX } from '../../handover/talk-store';
import type { Database } from '../engine/database';
import { readStoredJson } from '../engine/read-stored-json';
import { personKey } from './talk-rows';
import { writeInTurn } from './write-in-turn';

interface Dependencies {
  readonly database: Database;
  readonly now?: () => number;
}

/** Wishes shown at once. */
const MOST = 200;

/** Creates it. */
export const createCallbackList = ({ database, now = Date.now }: Dependencies): CallbackList => {
  const { query, signals } = database;
  return {
    add: (place, { topic, ...wish }) =>
      writeInTurn(
        database,
        async (write) => {
          const person = personKey(place);
          await write.deleteFrom('callbacks').where('person', '=', person).execute();
          await write
            .insertInto('callbacks')
            .values({
              id: randomUUID(),
              person,
              body: database.seal(JSON.stringify(wish)),
              topic: topic ?? null,
              asked_at: now(),
              expires_at: now() + HANDOVER_LIMITS.callback,
            })
            .execute();
        },
        [INBOX],
      ),
    has: async (place) => {
      const row = await query
        .selectFrom('callbacks')
        .select('id')
        .where('person', '=', personKey(place))
        .where('expires_at', '>', now())
        .executeTakeFirst();
      return row !== undefined;
    },
    list: async () => {
      const rows = await query
        .selectFrom('callbacks')
        .selectAll()
        .where('expires_at', '>', now())
        .orderBy('asked_at')
        .limit(MOST)
        .execute();
      return rows.map(({ id, body, topic, asked_at: askedAt, expires_at: expiresAt }) => ({
        ...(readStoredJson(body) as Omit<CallbackWish, 'topic'>),
        id,
        topic: topic ?? undefined,
        askedAt,
        expiresAt,
      }));
    },
    close: async (id) => {
      const { numDeletedRows } = await query.deleteFrom('callbacks').where('id', '=', id).executeTakeFirst();
      await database.eraseTraces();
      signals.tell('talks', INBOX);
      return numDeletedRows === 1n;
    },
  };
};
