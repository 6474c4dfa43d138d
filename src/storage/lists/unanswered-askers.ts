import { sql } from 'kysely';

import { hashKey } from '../engine/hash-key';
import type { Write } from '../engine/write';

/** A person on a channel. */
export interface Asker {
  readonly channelId: string;
  readonly userId: string;
}

/** A question of a day. */
interface Asked {
  readonly day: number;
  readonly hash: string;
}

const readAsker = ({ channelId, userId }: Asker): string => hashKey('asker', channelId, userId);

/** Keeps that a question came from a person. */
export const linkAsker = async (write: Write, person: Asker, { day, hash }: Asked): Promise<void> => {
  await write
    .insertInto('unanswered_askers')
    .values({ asker: readAsker(person), day, hash, times: 1 })
    .onConflict((conflict) =>
      conflict.columns(['asker', 'day', 'hash']).doUpdateSet({ times: sql`unanswered_askers.times + 1` }),
    )
    .execute();
};

/** Takes a person's questions out of the list: what nobody else asked goes, what others asked too counts without them. */
export const deleteAsked = async (write: Write, person: Asker): Promise<void> => {
  const asker = readAsker(person);
  const links = await write
    .deleteFrom('unanswered_askers')
    .where('asker', '=', asker)
    .returning(['day', 'hash', 'times'])
    .execute();
  for (const { day, hash, times } of links) {
    await write
      .updateTable('unanswered')
      .set({ times: sql`times - ${times}` })
      .where('day', '=', day)
      .where('hash', '=', hash)
      .execute();
  }
  if (links.length > 0) await write.deleteFrom('unanswered').where('times', '<=', 0).execute();
};
