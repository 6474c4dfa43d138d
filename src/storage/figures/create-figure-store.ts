import { sql } from 'kysely';
import type { Figure, FigureStore } from '../../staff/figures/figure';
import type { Database } from '../engine/database';

/** Days figures are kept: a year and the same month of the year before. */
const DAYS_KEPT = 400;
const DAY_MS = 86_400_000;

/** Creates it over an open database. Several instances add to the same counts. */
export const createFigureStore = ({ database }: { readonly database: Database }): FigureStore => ({
  add: async (figures) => {
    await database.write(async (write) => {
      for (const figure of figures)
        await write
          .insertInto('figures')
          .values(figure)
          .onConflict((conflict) =>
            conflict
              .columns(['day', 'subject', 'revision'])
              .doUpdateSet({ count: sql<number>`figures.count + excluded.count` }),
          )
          .execute();
      const oldest = new Date(Date.now() - DAYS_KEPT * DAY_MS).toISOString().slice(0, 10);
      await write.deleteFrom('figures').where('day', '<', oldest).execute();
    });
  },
  list: async (from) => {
    const rows = await database.query.selectFrom('figures').selectAll().where('day', '>=', from).execute();
    return rows as readonly Figure[];
  },
});
