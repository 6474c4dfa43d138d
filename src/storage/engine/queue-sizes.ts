import type { Database } from './database';

/** What waits: messages of the chat that nobody has answered yet, letters that no channel has taken yet. */
export interface QueueSizes {
  messages(): Promise<number>;
  letters(): Promise<number>;
}

/** Creates it; each is one look into an index or a small table. */
export const createQueueSizes = ({ query }: Pick<Database, 'query'>): QueueSizes => ({
  messages: async () => {
    const row = await query
      .selectFrom('activities')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('pending', '=', 1)
      .executeTakeFirstOrThrow();
    return row.count;
  },
  letters: async () => {
    const row = await query
      .selectFrom('letters')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('state', '=', 'waiting')
      .executeTakeFirstOrThrow();
    return row.count;
  },
});
