import type { Kysely } from 'kysely';

import type { Database } from '../engine/database';
import type { Write } from '../engine/write';
import { createStatement, type SlotOf } from '../engine/statement';
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

interface ReadRow {
  readonly key: string;
  readonly value: string;
  readonly etag: string;
  readonly answers: number;
}

interface Put {
  readonly row: StateRow;
  readonly expected: Expected;
  readonly expiresAt: number;
  readonly now: number;
}

/** What is written of a value. */
interface Values {
  readonly key: string;
  readonly value: string;
  readonly newEtag: string;
  readonly answers: number;
  readonly expiresAt: number;
}

const columnsOf = (slot: SlotOf<Values>) => ({
  value: slot('value'),
  etag: slot('newEtag'),
  answers: slot('answers'),
  expires_at: slot('expiresAt'),
});

const readOne = createStatement<{ readonly key: string; readonly now: number }, ReadRow>((on, slot) =>
  on
    .selectFrom('bot_state')
    .select(['key', 'value', 'etag', 'answers'])
    .where('key', '=', slot('key'))
    .where('expires_at', '>', slot('now')),
);
const update = createStatement<Values & { readonly etag: string }>((on, slot) =>
  on.updateTable('bot_state').set(columnsOf(slot)).where('key', '=', slot('key')).where('etag', '=', slot('etag')),
);
const insertNew = createStatement<Values & { readonly now: number }>((on, slot) =>
  on
    .insertInto('bot_state')
    .values({ key: slot('key'), ...columnsOf(slot) })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet(columnsOf(slot)).where('bot_state.expires_at', '<=', slot('now')),
    ),
);
const replace = createStatement<Values>((on, slot) =>
  on
    .insertInto('bot_state')
    .values({ key: slot('key'), ...columnsOf(slot) })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(columnsOf(slot))),
);

const readRows = async (query: Kysely<Tables>, keys: readonly string[], now: number): Promise<readonly ReadRow[]> => {
  const [only, ...more] = keys;
  if (only === undefined) return [];
  if (more.length === 0) return (await readOne(query, { key: only, now })).rows;
  return query
    .selectFrom('bot_state')
    .select(['key', 'value', 'etag', 'answers'])
    .where('key', 'in', keys)
    .where('expires_at', '>', now)
    .execute();
};

/** The values under `keys` that have not expired. */
export const readStateRows = async (
  query: Kysely<Tables>,
  keys: readonly string[],
  now: number,
): Promise<readonly StateRow[]> => {
  const rows = await readRows(query, keys, now);
  return rows.map(({ key, value, etag, answers }) => ({ key, json: value, etag, answers: answers === 1 }));
};

/** Whether answers of a check are stored under a key. */
export const readHoldsAnswers = async (query: Kysely<Tables>, key: string): Promise<boolean> => {
  const row = await query.selectFrom('bot_state').select('answers').where('key', '=', key).executeTakeFirst();
  return row?.answers === 1;
};

/** Stores a value. @throws StateConflictError when something else is stored than expected */
export const putStateRow = async (
  { seal }: Pick<Database, 'seal'>,
  write: Write,
  { row, expected, expiresAt, now }: Put,
): Promise<void> => {
  const { key, etag: newEtag } = row;
  const values = { key, value: seal(row.json), newEtag, answers: row.answers ? 1 : 0, expiresAt };
  const { numAffectedRows } =
    expected.kind === 'etag'
      ? await update(write, { ...values, etag: expected.etag })
      : expected.kind === 'nothing'
        ? await insertNew(write, { ...values, now })
        : await replace(write, values);
  if (numAffectedRows === 0n) throw new StateConflictError();
};

/** Deletes what is stored under `keys`. */
export const deleteStateRows = async (write: Write, keys: readonly string[]): Promise<void> => {
  if (keys.length > 0) await write.deleteFrom('bot_state').where('key', 'in', keys).execute();
};
