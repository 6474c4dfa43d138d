import type { Database } from '../engine/database';

/** A question somebody saved, and the topic it should lead to. */
interface SavedQuestion {
  readonly text: string;
  readonly topic: string;
}

/** Questions kept: each is tried with every change. */
const MOST = 5000;

/** The clinic's saved questions. */
export interface SavedQuestions {
  list(): Promise<readonly SavedQuestion[]>;
  save(question: SavedQuestion, by: string): Promise<void>;
}

/** Creates it over an open database. */
export const createSavedQuestions = ({ query }: Database): SavedQuestions => ({
  list: () => query.selectFrom('saved_questions').select(['text', 'topic']).orderBy('at').limit(MOST).execute(),
  save: async ({ text, topic }, by) => {
    await query
      .insertInto('saved_questions')
      .values({ text, topic, by_name: by, at: Date.now() })
      .onConflict((conflict) => conflict.column('text').doUpdateSet({ topic, by_name: by, at: Date.now() }))
      .execute();
  },
});
