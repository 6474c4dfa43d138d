import type { Kysely } from 'kysely';

import { createStatement } from '../engine/statement';
import type { Tables } from '../engine/tables';

const find = createStatement<{ readonly activity: string }, { readonly id: string }>((on, slot) =>
  on.selectFrom('handled_activities').select('id').where('id', '=', slot('activity')),
);

/** Whether the turn of an activity is over. @param activity its hash, or undefined where it has no id */
export const readHandled = async (query: Kysely<Tables>, activity: string | undefined): Promise<boolean> => {
  if (activity === undefined) return false;
  const { rows } = await find(query, { activity });
  return rows.length > 0;
};
