import { type Kysely, sql } from 'kysely';

import { readHandled } from '../chat-log/read-handled';
import { createStatement } from '../engine/statement';
import type { Tables } from '../engine/tables';
import type { TurnStart } from './turn';

interface Wanted {
  readonly activity: string;
  readonly key: string;
}

interface Row {
  readonly handled: string | null;
  readonly value: string | null;
  readonly etag: string | null;
  readonly answers: number | null;
  readonly expires_at: number | null;
}

const find = createStatement<Wanted, Row>((on, slot) => ({
  compile: () =>
    sql<Row>`select (select id from handled_activities where id = ${slot('activity')}) as handled, value, etag, answers, expires_at
      from (select 1) as one
      left join bot_state on key = ${slot('key')}`.compile(on),
}));

/** Whether the turn of an activity is over; and, in the same statement, the state that its turn reads. */
export const readStart = async (
  query: Kysely<Tables>,
  activity: string | undefined,
  stateKey: string | undefined,
): Promise<{ readonly handled: boolean; readonly start?: TurnStart }> => {
  if (activity === undefined || stateKey === undefined) return { handled: await readHandled(query, activity) };
  const { rows } = await find(query, { activity, key: stateKey });
  const [found] = rows;
  const { value = null, etag = null, answers = null, expires_at: expiresAt = null } = found ?? {};
  const isThere = value !== null && etag !== null && expiresAt !== null;
  const row = isThere ? { json: value, etag, answers: answers === 1, expiresAt } : undefined;
  return { handled: (found?.handled ?? null) !== null, start: { key: stateKey, row } };
};
