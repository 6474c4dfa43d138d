import { z } from 'zod';
import type { DeepReadonly } from '../deep-readonly';
import { calendarDay } from './day';
import { phrases } from './phrases';
import { buttonText, identifier, plainText, placeholdersIn, answerText } from './text';

/** How many facts the source article holds: each must be carried by an answer. */
export const ARTICLE_FACTS = 45;
const FEWEST_PHRASINGS = 10;
const MOST_RELATED = 3;
const LONGEST_TITLE = 30;

/** The body areas a question can be about. */
const areaSchema = z.enum(['face', 'hair'], { error: 'face or hair' });

/** Milliseconds. Loading forgives a clock that is wrong by years and refuses a slip such as 2206; the check is strict. */
const FORGIVEN_FUTURE = 5 * 365 * 86_400_000;

const isoDate = calendarDay('2026-11-20').refine((day) => !(Date.parse(day) > Date.now() + FORGIVEN_FUTURE), {
  error: 'a day that is not in the future',
  params: { tip: 'correct the date' },
});

const articleFact = z
  .int({ error: 'a whole number' })
  .min(1, { error: `a number from 1 to ${ARTICLE_FACTS}` })
  .max(ARTICLE_FACTS, { error: `a number from 1 to ${ARTICLE_FACTS}` });

/** The reading of an answer by a physician of the clinic: who, when, and the digest of what was read. */
const signature = z.strictObject({
  by: plainText.describe('The physician who read the answer.'),
  on: isoDate.describe('The day of the reading.'),
  digest: z
    .string({ error: 'a text' })
    .regex(/^[0-9a-f]{16}$/, { error: 'sixteen small letters and digits: npm run knowledge:check names them' })
    .optional()
    .describe('Of the text that was read. An answer that was changed since counts as not reviewed.'),
});

/** One topic of a category. */
export const topicSchema = z
  .strictObject({
    id: identifier,
    question: plainText,
    button: buttonText,
    area: areaSchema.optional(),
    phrasings: phrases('a list of sentences, each on a line that begins with "- "').min(FEWEST_PHRASINGS, {
      error: `at least ${FEWEST_PHRASINGS} ways of asking`,
    }),
    answer: answerText(),
    byArea: z.partialRecord(areaSchema, answerText()).optional(),
    short: answerText()
      .optional()
      .describe('Two or three sentences for a reply that holds several answers. Complete on its own.'),
    missing: answerText().optional(),
    related: z
      .array(identifier, { error: 'a list of topic ids: [number-of-sessions, price]' })
      .max(MOST_RELATED, { error: `at most ${MOST_RELATED} related topics` }),
    article: z.array(articleFact, { error: 'a list of numbers: [37, 38], or [] for none' }),
    facts: z
      .array(plainText, { error: 'a list of fact numbers: [F37, F39]' })
      .describe('The first carries the answer: its source is shown. [] where all is of the clinic itself.'),
    reviewed: z
      .union([signature, isoDate], { error: 'a group of by: (the physician), on: (the day) and digest:' })
      .optional()
      .describe('Signed by a physician of the clinic. A day alone, as it was written before, is no signature.'),
  })
  .superRefine((topic, issues) => {
    if (
      topic.missing !== undefined ||
      ![topic.answer, topic.short ?? '', ...Object.values(topic.byArea ?? {})].some(isOnlyTheClinics)
    )
      return;
    issues.addIssue({
      code: 'custom',
      path: ['answer'],
      message: 'a "missing:" text beside an answer that holds data of the clinic',
      params: { tip: 'add "missing: |" and under it what to say while the clinic has not given these data' },
    });
  });

function isOnlyTheClinics(answer: string): boolean {
  return placeholdersIn(answer).length > 0;
}

/** knowledge/faq/<category>.yaml: the topics of one category. */
export const faqSchema = z.strictObject({
  category: identifier,
  title: plainText.max(LONGEST_TITLE, {
    error: `at most ${LONGEST_TITLE} characters: it names the category in the menu`,
  }),
  careful: z
    .boolean({ error: 'true or false' })
    .optional()
    .describe('true where a wrong answer does most harm (warnings, medicines): the assistant then asks back sooner.'),
  symptoms: z
    .boolean({ error: 'true or false' })
    .optional()
    .describe('true where people tell what they feel or see on their body: their words are no examples of calm talk.'),
  topics: z
    .array(topicSchema, { error: 'a list of topics, each beginning with "- id: …"' })
    .min(1, { error: 'at least one topic' }),
});

export type Area = z.infer<typeof areaSchema>;
export type Faq = DeepReadonly<z.infer<typeof faqSchema>>;
