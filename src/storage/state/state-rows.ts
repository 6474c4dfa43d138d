import type { Kysely } from 'kysely';

import type { Database } from '../engine/database';
import type { Write } from '../engine/write';
import { StateConflictError } from '../../bot/ports/state-conflict-error';
import type { Tables } from '../engine/tables';

/** A stored value, as JSON. */
export interface StateRow {
  readonly key: string;
  readonly json: string;
  readonly etag: string;
  readonly answers: boolean;
}

/** What must be stored under a key for a write to be allowed. */
export type Expected =
  { readonly kind: 'anything' } | { readonly kind: 'nothing' } | { readonly kind: 'etag'; readonly etag: string };

/** The values under `keys` that have not expired. */
export const readStateRows = async (
  query: Kysely<Tables>,
  keys: readonly string[],
  now: number,
): Promise<readonly StateRow[]> => {
  if (keys.length === 0) return [];
  const rows = await query
    .selectFrom('bot_state')
    .select(['key', 'value', 'etag', 'answers'])
    .where('key', 'in', keys)
    .where('expires_at', '>', now)
    .execute();
  return rows.map(({ key, value, etag, answers }) => ({ key, json: value, etag, answers: answers === 1 }));
};

/** Whether answers of a check are stored under a key. */
export const readHoldsAnswers = async (query: Kysely<Tables>, key: string): Promise<boolean> => {
  const row = await query.selectFrom('bot_state').select('answers').where('key', '=', key).executeTakeFirst();
  return row?.answers === 1;
};

interface Put {
  readonly row: StateRow;
  readonly expected: Expected;
  readonly expiresAt: number;
  readonly now: number;
}

/** Stores a value. @throws StateConflictError when something else is stored than expected */
export const putStateRow = async (
  database: Database,
  write: Write,
  { row, expected, expiresAt, now }: Put,
): Promise<void> => {
  const values = {
    value: database.seal(row.json),
    etag: row.etag,
    answers: row.answers ? 1 : 0,
    expires_at: expiresAt,
  };
  const { key } = row;
  if (expected.kind === 'etag') {
    const { numUpdatedRows } = await write
      .updateTable('bot_state')
      .set(values)
      .where('key', '=', key)
      .where('etag', '=', expected.etag)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new StateConflictError();
    return;
  }
  const { numInsertedOrUpdatedRows } = await write
    .insertInto('bot_state')
    .values({ key, ...values })
    .onConflict((conflict) => {
      const update = conflict.column('key').doUpdateSet(values);
      return expected.kind === 'nothing' ? update.where('bot_state.expires_at', '<=', now) : update;
    })
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) throw new StateConflictError();
};

/** Deletes what is stored under `keys`. */
export const deleteStateRows = async (write: Write, keys: readonly string[]): Promise<void> => {
  if (keys.length > 0) await write.deleteFrom('bot_state').where('key', 'in', keys).execute();
};
