import { z } from 'zod';
import type { DeepReadonly } from '../deep-readonly';
import { identifier, plainText } from './text';
import { words } from './words';

const MONTHS = 12;

/** knowledge/vocabulary.yaml: the words people use, by what they mean. */
export const vocabularySchema = z.strictObject({
  concepts: z.record(identifier, words).describe('A concept and the words for it in all dialects.'),
  arabizi: z
    .record(z.string(), z.string({ error: 'a word' }).regex(/\S/, { error: 'a word' }))
    .describe('A word in Latin letters and the Arabic word it stands for.'),
  protected: words.describe('Words the stemmer leaves whole.'),
  answers: z.strictObject({ yes: words, no: words, unsure: words, skip: words, why: words }),
  commands: z.strictObject({
    help: words,
    menu: words,
    cancel: words,
    restart: words,
    back: words,
    human: words,
    'what-you-keep': words,
    'delete-my-data': words,
  }),
  erasing: z
    .strictObject({
      verbs: words.describe('Delete.'),
      removing: words.describe('Clean, cancel: deleting only beside what is the person’s own.'),
      own: words.describe('My data, my messages, this chat.'),
      things: words.describe('Everything, what I wrote.'),
      these: words.describe('What was just talked of: counts after the reply about what is kept.'),
      unwilling: words.describe('I do not want.'),
      keeping: words.describe(
        'You keep, you see: not wanting that is wanting them deleted, asking it is asking what is kept.',
      ),
      asking: words.describe('What, who, how long.'),
      around: words.describe('Words that may go along: I want, all, please.'),
    })
    .describe('The wish to have one’s data deleted, in any words: a verb and a thing, and nothing else.'),
  social: z.record(identifier, words).describe('Social talk; each needs its reply in messages.yaml, section social.'),
  wishes: z.strictObject({ eligibility: words }),
  areas: z.strictObject({ face: words, hair: words }),
  days: z
    .strictObject({
      tomorrow: words,
      dayAfter: words,
      sunday: words,
      monday: words,
      tuesday: words,
      wednesday: words,
      thursday: words,
      friday: words,
      saturday: words,
      ramadan: words,
      holidays: words.describe('Holidays without a name.'),
      next: words.describe('"Next" behind a day of the week: not today.'),
      nextWeek: words,
    })
    .describe('Days whose opening hours people ask about.'),
  calendar: z
    .strictObject({
      gregorian: z.array(words).length(MONTHS).describe('The names of the months, January first.'),
      hijri: z.array(words).length(MONTHS).describe('The same, Muharram first.'),
      month: words.describe('The word "month": before a name or a number.'),
      of: words.describe('What may stand between day and month.'),
      day: words.describe('What stands before a bare day of the month: "on day 22".'),
      first: words.describe('The first of a month, where it is not in digits.'),
      feasts: z
        .array(
          z.strictObject({
            name: plainText,
            words: words.describe(
              'How people call it; a holiday of the clinic is this one where its name holds one of them.',
            ),
            on: plainText
              .regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, { error: "month and day: '01-01'" })
              .optional()
              .describe('Its month and day, where these are the same every year and everywhere.'),
          }),
        )
        .describe('Holidays by name; the first that fits counts.'),
    })
    .describe('How people name a date.'),
  priced: z
    .array(z.strictObject({ name: plainText, words }))
    .describe('What people ask the price of, as a missing price names it, and the words for it.'),
  courtesy: words.describe('Words that go with a request and do not change it.'),
  asking: words.describe('Words around a question that do not change it: "I want to know whether".'),
  askers: words.describe('Single words that begin a question; a second question in a message may begin at one.'),
  choosing: z.strictObject({
    number: words.describe('What may stand before the number of a choice.'),
    ordinals: z.array(words).min(3).describe('The first, the second, the third …'),
    noneOfThese: words,
  }),
  distress: words.describe('What somebody writes who is afraid or sorry: one human line goes before the answer.'),
  introductions: words.describe('What people say before their own name.'),
  languages: z
    .strictObject({
      english: words,
      french: words,
      urdu: words,
      persian: words,
      turkish: words,
      hindi: words,
      tagalog: words,
      other: words.describe('Of languages in Latin letters in which the assistant says nothing.'),
    })
    .describe('Words by which other languages are told: never Arabic, in Arabic or Latin letters.'),
});

export type Vocabulary = DeepReadonly<z.infer<typeof vocabularySchema>>;
export type Command = keyof Vocabulary['commands'];
