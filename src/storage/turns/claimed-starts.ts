import { type ExpressionBuilder, sql } from 'kysely';

import type { Database } from '../engine/database';
import type { Tables } from '../engine/tables';
import { personalKey } from '../state/state-keys';
import type { TurnStart } from './turn';

/** What was read along with a claim, until its turn begins: one for each conversation in which a turn is claimed. */
const starts = new WeakMap<Database, Map<string, TurnStart>>();

const startsOf = (database: Database): Map<string, TurnStart> => {
  const known = starts.get(database) ?? new Map<string, TurnStart>();
  starts.set(database, known);
  return known;
};

/** Keeps what was read along with a claim. */
export const keepStart = (database: Database, start: TurnStart): void => {
  startsOf(database).set(start.key, start);
};

/** Takes it, once: a turn that is run again reads anew. */
export const takeStart = (database: Database, key: string | undefined): TurnStart | undefined => {
  if (key === undefined) return undefined;
  const start = startsOf(database).get(key);
  startsOf(database).delete(key);
  return start;
};

/** The channel whose activities are claimed. */
const OWN_CHANNEL = 'directline';

/** Where the state of a person in a conversation of that channel lies. */
export const stateKeyOf = (conversationId: string, userId: string): string =>
  personalKey(OWN_CHANNEL, conversationId, userId);

const keyOfState = sql<string>`${sql.lit(`${OWN_CHANNEL}/conversations/`)} || id || '/users/' || user_id || '/'`;
/**
 * The state that the turn of an activity reads first, with the claim of it: by itself it would be a way of its own to the
 * database. ETag, answers, when it expires and value, with spaces between; null where there is none.
 */
export const ownState = (expression: ExpressionBuilder<Tables, 'activities'>) =>
  expression
    .selectFrom('bot_state')
    .select(sql<string>`etag || ' ' || answers || ' ' || expires_at || ' ' || value`.as('state'))
    .where('key', '=', (inner) =>
      inner
        .selectFrom('conversations')
        .select(keyOfState.as('key'))
        .whereRef('conversations.id', '=', 'activities.conversation_id'),
    );
const STATE = /^(\S+) (\d) (\d+) (.*)$/s;

/** Reads what {@link ownState} gave. */
export const readState = (state: string | null): TurnStart['row'] => {
  const [, etag, answers, expiresAt, json] = STATE.exec(state ?? '') ?? [];
  return etag === undefined || json === undefined
    ? undefined
    : { etag, json, answers: answers === '1', expiresAt: Number(expiresAt) };
};
