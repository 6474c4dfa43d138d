import type { PatientPlace } from '../../handover/talk';
import { INBOX } from '../../handover/talk-store';
import type { Database } from '../engine/database';
import type { Write } from '../engine/write';
import { personKey } from './talk-rows';

/** Deletes what is kept of a person's talks with the staff, and their wish to be called; gives the talks. */
export const deleteTalksOf = async (
  write: Write,
  place: Pick<PatientPlace, 'channelId' | 'userId'>,
  { signals }: Pick<Database, 'signals'>,
): Promise<readonly string[]> => {
  const person = personKey(place);
  await write.deleteFrom('callbacks').where('person', '=', person).execute();
  const rows = await write.deleteFrom('talks').where('person', '=', person).returning('id').execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return ids;
  await write.deleteFrom('talk_messages').where('talk', 'in', ids).execute();
  for (const key of [...ids, INBOX]) await signals.announce(write, 'talks', key);
  return ids;
};

/** Deletes outcomes, wishes and presences that have expired. */
export const purgeTalks = async ({ query }: Pick<Database, 'query'>, now: number): Promise<void> => {
  const gone = await query.deleteFrom('talks').where('expires_at', '<=', now).returning('id').execute();
  const ids = gone.map(({ id }) => id);
  if (ids.length > 0) await query.deleteFrom('talk_messages').where('talk', 'in', ids).execute();
  await query.deleteFrom('callbacks').where('expires_at', '<=', now).execute();
};
