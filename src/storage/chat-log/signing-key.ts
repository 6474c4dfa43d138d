import { randomBytes } from 'node:crypto';

import type { Database } from '../engine/database';

const NAME = 'signing-key';
const KEY_BYTES = 32;

/**
 * The key that signs tokens: 256 random bits, made once and kept with the data, so that tokens outlive a restart and
 * are good at every instance. Whoever reads the database can make tokens, as could whoever reads a key in `.env`.
 */
export const loadSigningKey = async (database: Database): Promise<Uint8Array> => {
  await database.query
    .insertInto('settings')
    .values({ name: NAME, value: randomBytes(KEY_BYTES).toString('base64url') })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const { value } = await database.query
    .selectFrom('settings')
    .select('value')
    .where('name', '=', NAME)
    .executeTakeFirstOrThrow();
  return Buffer.from(value, 'base64url');
};
