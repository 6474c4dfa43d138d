import { z } from 'zod';
import { phrases } from './phrases';
import { identifier } from './text';
import { words } from './words';

const clauses = z.record(identifier, phrases('a list of sentences, each on a line that begins with "- "').min(1));

/** knowledge/stories.yaml: what people say around their questions, from which the reader of messages learns to cut them. */
export const storiesSchema = z.strictObject({
  slots: z.record(identifier, words).describe('Lists of words; one of them takes the place of {name} in a sentence.'),
  filler: clauses.describe('Greetings, introductions, circumstances, pleas: they change no answer. By dialect.'),
  facts: clauses.describe('What people say of themselves and an answer may depend on: illness, medicine, skin, hair.'),
  reports: clauses.describe('What happened, mostly after a session.'),
  leaning: clauses.describe('Questions that mean nothing without what was said before them: "is this normal?".'),
});
