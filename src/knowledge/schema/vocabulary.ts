import { z } from 'zod';
import type { DeepReadonly } from '../deep-readonly';
import { identifier } from './text';
import { words } from './words';

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
      holidays: words,
    })
    .describe('Days whose opening hours people ask about.'),
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
