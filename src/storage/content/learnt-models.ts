import type { LearntModels } from '../../staff/content/learnt-models';
import type { Database } from '../engine/database';

/** Bytes of one row: a model is read and written in pieces, and no turn waits for a piece. In base64 they need no filling. */
const PIECE = 192 * 1024;
/** Milliseconds an older model stays after a newer one: whoever reads it can finish. */
const OVERLAP = 10 * 60_000;

/** Creates it over an open database. A model is there whole or not at all. */
export const createLearntModels = ({ database }: { readonly database: Database }): LearntModels => ({
  async find(key) {
    const read = (part: number) =>
      database.query
        .selectFrom('learnt_models')
        .select(['body', 'parts'])
        .where('model', '=', key)
        .where('part', '=', part)
        .executeTakeFirst();
    const pieces: Buffer[] = [];
    for (;;) {
      const piece = await read(pieces.length);
      // Not there, or deleted while it was read.
      if (piece === undefined) return undefined;
      pieces.push(Buffer.from(piece.body, 'base64'));
      if (pieces.length === piece.parts) return Buffer.concat(pieces);
    }
  },
  async keep(key, bytes) {
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const parts = Math.ceil(whole.length / PIECE);
    const at = Date.now();
    await database.write(async (write) => {
      await write
        .deleteFrom('learnt_models')
        .where('model', '!=', key)
        .where('at', '<', at - OVERLAP)
        .execute();
      for (let part = 0; part < parts; part += 1) {
        const body = whole.subarray(part * PIECE, (part + 1) * PIECE).toString('base64');
        await write
          .insertInto('learnt_models')
          .values({ model: key, part, parts, body, at })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
    });
  },
});
