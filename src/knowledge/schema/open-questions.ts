import { z } from 'zod';
import { phrases } from './phrases';
import { identifier } from './text';

const MOST_OFFERED = 3;

/** knowledge/open-questions.yaml: phrasings that may mean several topics, and the topics to offer for them. */
export const openQuestionsSchema = z.strictObject({
  openQuestions: z.array(
    z.strictObject({
      offer: z
        .array(identifier, { error: 'a list of topic ids: [aftercare-face, aftercare-hair]' })
        .min(2, { error: 'at least two topics: a phrasing of one topic belongs in its FAQ file' })
        .max(MOST_OFFERED, { error: `at most ${MOST_OFFERED} topics` }),
      phrasings: phrases('a list of sentences').min(1),
    }),
  ),
});
