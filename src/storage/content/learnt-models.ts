import type { LearntModels } from '../../staff/content/learnt-models';
import type { Database } from '../engine/database';

/** Characters of one row: a model is read and written in pieces, and no turn waits for a piece. */
const PIECE = 256 * 1024;
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
    const pieces: string[] = [];
    for (;;) {
      const piece = await read(pieces.length);
      // Not there, or deleted while it was read.
      if (piece === undefined) return undefined;
      pieces.push(piece.body);
      if (pieces.length === piece.parts) return Buffer.from(pieces.join(''), 'base64');
    }
  },
  async keep(key, bytes) {
    const text = Buffer.from(bytes).toString('base64');
    const parts = Math.ceil(text.length / PIECE);
    const at = Date.now();
    await database.write(async (write) => {
      await write
        .deleteFrom('learnt_models')
        .where('model', '!=', key)
        .where('at', '<', at - OVERLAP)
        .execute();
      for (let part = 0; part < parts; part += 1) {
        const body = text.slice(part * PIECE, (part + 1) * PIECE);
        await write
          .insertInto('learnt_models')
          .values({ model: key, part, parts, body, at })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
    });
  },
});
