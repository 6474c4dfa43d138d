import { z } from 'zod';
import type { DeepReadonly } from '../deep-readonly';
import { identifier, plainText } from './text';
import { words } from './words';

const fact = z.strictObject({
  id: identifier,
  topic: identifier.optional().describe('The topic whose answer fits when somebody tells this.'),
  check: z
    .strictObject({ item: identifier, answer: z.enum(['yes', 'no', 'unsure'], { error: 'yes, no or unsure' }) })
    .optional()
    .describe('What it answers in the eligibility check.'),
  says: words.optional().describe('Tells it by itself: "I nurse".'),
  states: words
    .optional()
    .describe('Tells it of somebody named or at the start: "pregnant". With the article it is people in general.'),
  names: words.optional().describe('Illnesses and medicines: told after "I have", "I take".'),
  concepts: z.array(identifier).optional().describe('Concepts of vocabulary.yaml whose words are added to the names.'),
  past: z.boolean().default(false).describe('True when "I had", "I took" tells it too.'),
  habit: z.boolean().default(false).describe('True when only what is taken regularly counts: aspirin.'),
  takesBack: z.array(identifier).optional().describe('Facts that go too when this one is denied.'),
  only: z
    .array(identifier)
    .optional()
    .describe('Categories whose answers its caution goes before. Absent: all but the silent ones.'),
  caution: plainText
    .optional()
    .describe('Said first in later answers, and again after a short follow-up. Absent: nothing has to be said.'),
  answer: plainText
    .optional()
    .describe(
      "The answer of its topic to whoever tells this, where the topic's own begins with another condition. Without a caution it is told in passing: it answers alone and is no subject of what follows.",
    ),
  answersWhen: z
    .enum(['told', 'named'], { error: 'told or named' })
    .default('named')
    .describe('told: a name alone is not enough for that answer ("can it give me hepatitis?").'),
});

/** knowledge/facts.yaml: what people tell of themselves, and the words it is read by. */
export const factsSchema = z.strictObject({
  facts: z.array(fact).min(1, { error: 'at least one fact' }).describe('The gravest first: its caution is said.'),
  age: z.strictObject({ minor: identifier, adult: identifier, below: z.int().min(1) }),
  session: z.strictObject({
    id: identifier,
    from: z.int().min(1).describe('From so many days on the caution of this fact is said.'),
    treatment: words,
    done: words.describe('I did, I had: before or after the treatment.'),
    spans: z
      .record(z.string().regex(/^\d+$/, { error: 'a number of days' }), words)
      .describe('A unit of time, by its days.'),
    ago: z
      .record(z.string().regex(/^\d+$/, { error: 'a number of days' }), words)
      .describe('Yesterday, two days: by their days.'),
  }),
  silentCategories: z.array(identifier).describe('Categories of answers that no told fact changes: price, address.'),
  grammar: z.strictObject({
    have: words.describe('I have, she has.'),
    take: words.describe('I take, I am on: plainly now or regularly.'),
    mayTake: words.describe('I take, where "may I take" has the same verb.'),
    took: words.describe('I took, I used to.'),
    had: words.describe('I had, I was.'),
    self: words.describe('I, as I am.'),
    whom: words.describe('The person asked for: my daughter.'),
    negators: words,
    refusals: words.describe('No: denies only what follows at once, or a list of nor.'),
    nor: words,
    stopped: words.describe('I stopped taking.'),
    hypothesis: words.describe('If: what follows is not told.'),
    people: words.describe('People in general: those who have.'),
    asks: words.describe('Before "I have" they ask whether.'),
    modals: words.describe('Before "I take" they ask whether, or want.'),
    persons: words.describe('Before an age: a young man, a woman.'),
    regularly: words.describe('Every day, prescribed.'),
    nothing: words.describe('Hold a word of the above and tell nothing: "I have a question".'),
    generalVerbs: words.describe('After a state they speak of people in general: "a pregnant woman can".'),
    but: words,
    on: words.describe('On, at the start or after the person: the medicine right behind it is taken.'),
    fillers: words.describe('Yes, honestly, well: what stands behind them stands at the start.'),
  }),
  followUps: z.strictObject({
    topics: z.array(identifier).describe('After an answer about these a short follow-up stays with them, told or not.'),
    afterCheck: identifier.describe('The topic a short "why?" after the outcome of the check is about.'),
    judging: words.describe('Ask for a verdict: "may I", "is it dangerous", "do I stop it", "how many pills".'),
    words: words.describe('Other words without a subject of their own: "how many days", "and after that".'),
    neutral: z
      .array(identifier)
      .describe('Concepts of vocabulary.yaml that are no subject of their own beside a told fact.'),
    naming: z
      .array(identifier)
      .describe(
        'Those of them that name the treatment or what it does: with them, what else is surely asked is answered.',
      ),
    mostWords: z.int().min(1),
  }),
});

export type Facts = DeepReadonly<z.infer<typeof factsSchema>>;
