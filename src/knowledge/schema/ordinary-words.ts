import { z } from 'zod';
import { identifier } from './text';
import { words } from './words';

const lines = z.array(z.string());

/** knowledge/ordinary-words.yaml: words that name nobody, beside those of the other files. */
export const ordinaryWordsSchema = z.strictObject({
  words: words.describe('Ordinary words patients may use in questions about new topics.'),
  affixes: z
    .strictObject({ before: words.describe('Written in one before a word.'), after: words.describe('… after it.') })
    .describe('A word is known with these before and after it.'),
  sameThings: z
    .record(identifier, words)
    .describe('What every clinic is asked, in different words: questions with words of one list are grouped together.'),
});

/** knowledge/counted-words.yaml: words of the whole content, counted by `npm run knowledge:words`; not written by hand. */
export const countedWordsSchema = z.strictObject({
  often: lines.describe('Words found three times or more, normalized, between spaces.'),
  seldom: lines.describe('Words found once or twice.'),
});
