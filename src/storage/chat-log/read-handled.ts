import type { Kysely } from 'kysely';

import type { Tables } from '../engine/tables';

/** Whether the turn of an activity is over. @param activity its hash, or undefined where it has no id */
export const readHandled = async (query: Kysely<Tables>, activity: string | undefined): Promise<boolean> => {
  if (activity === undefined) return false;
  const row = await query.selectFrom('handled_activities').select('id').where('id', '=', activity).executeTakeFirst();
  return row !== undefined;
};
