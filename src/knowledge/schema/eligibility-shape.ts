import { z } from 'zod';
import type { DeepReadonly } from '../deep-readonly';
import { ARTICLE_FACTS } from './faq';
import { buttonText, identifier, plainText } from './text';
import { words } from './words';

/** What an answer leads to: nothing, "talk to the doctor first", or "no injection now". */
const verdictSchema = z.enum(['ok', 'caution', 'stop'], { error: 'ok, caution or stop' });

/** One text for each answer that has one. */
const byAnswer = z.strictObject({
  yes: plainText.optional(),
  no: plainText.optional(),
  unsure: plainText.optional(),
});

const asking = z.strictObject({
  question: plainText.describe('Answered with yes, no or not sure.'),
  easier: plainText.describe('The same question in simpler words, for a reply that was not understood.'),
  why: plainText.describe('The reply to "why do you ask?".'),
  says: z
    .strictObject({ yes: words.optional(), no: words.optional(), unsure: words.optional() })
    .optional()
    .describe('Words that answer this question by themselves: names of medicines, illnesses.'),
});

const item = asking.extend({
  id: identifier,
  short: buttonText.describe('Its name in the summary and on a button.'),
  answers: z.strictObject({ yes: verdictSchema, no: verdictSchema, unsure: verdictSchema }),
  reason: byAnswer.describe('Why this answer matters; one for each answer that is not ok.'),
  ends: byAnswer.optional().describe('After this answer the check ends at once, with these words.'),
  bring: byAnswer.optional().describe('What to bring or do after this answer.'),
  medicine: z
    .boolean()
    .default(false)
    .describe('True when it is about a medicine: an outcome it leads to says that none is to be stopped.'),
});

const followUp = item.extend({
  when: z.enum(['yes', 'no', 'unsure'], { error: 'yes, no or unsure' }).describe('Asked after this answer only.'),
});

const question = item.extend({
  for: z
    .enum(['all', 'women', 'men'], { error: 'all, women or men' })
    .default('all')
    .describe('The others are offered "does not apply to me", which counts as no.'),
  topic: words.describe('Words people call it by: "change my answer about …".'),
  number: z
    .strictObject({ below: z.int().min(1) })
    .optional()
    .describe('A number given as the answer means yes when it is below this one, otherwise no.'),
  followUp: followUp.optional(),
  facts: z.array(plainText),
  article: z.array(z.int().min(1).max(ARTICLE_FACTS)),
});

const outcome = z.strictObject({
  text: plainText.describe('Said first.'),
  next: z
    .array(z.strictObject({ title: buttonText, send: plainText.describe('What pressing it says.') }))
    .describe('Buttons under the outcome.'),
});

const numberWords = z.record(z.string().regex(/^\d+$/, { error: 'a number: 17' }), words);

/** knowledge/eligibility.yaml as it is written; {@link checkEligibilityRules} looks at what its parts mean to each other. */
export const eligibilityShape = z.strictObject({
  consent: z.strictObject({ text: plainText, why: plainText }),
  symptoms: asking.describe('Asked first; yes leaves the check for the urgent message.'),
  questions: z.array(question).min(1, { error: 'at least one question' }),
  limits: z.strictObject({
    unsure: z.int().min(1).describe('So many answers "not sure" or skipped lead to "talk to the doctor first".'),
    reason: plainText.describe('Why, said with the outcome.'),
  }),
  outcomes: z.strictObject({ nothingFound: outcome, talkFirst: outcome, stop: outcome }),
  words: z.strictObject({
    agree: words.describe('Consent. Not an answer to a question about health.'),
    show: words.describe('Go on to the outcome.'),
    change: words.describe('Verbs that ask to change an answer.'),
    answer: words.describe('Nouns for an answer, after those verbs.'),
    meant: words.describe('I meant: the answer after it is for the question before.'),
    keep: words.describe('Leave the answers as they are.'),
    skip: words.describe('Skip this question; added to vocabulary.yaml.'),
    unsure: words.describe('Not sure; added to vocabulary.yaml.'),
    explain: words.describe('The question was not understood.'),
    whyAbout: words.describe('"Why do you ask", before the thing asked about.'),
    courtesy: words.describe('Says nothing by itself.'),
    sometimes: words.describe('Yes, but a little or rarely.'),
    negators: words.describe('Turn what follows around.'),
    refusals: words.describe('Of the negators those that also stand alone: no.'),
    nor: words.describe('Negators between the items of a list.'),
    possess: words.describe('I have.'),
    verbs: words.describe('I take, I use, I suffer from.'),
    anything: words.describe('Things so general that "I have none" answers any question.'),
    but: words.describe('Begins a new statement.'),
    except: words.describe('After a negation, turns it back: nothing but.'),
    asking: words.describe('Question words: the message asks, it does not answer.'),
    notPlain: words.describe('Make a fact unclear: someone else, a condition, stopped, the treatment itself.'),
    women: words,
    men: words,
    notApplicable: words,
    below: words.describe('Before a number: less than.'),
    above: words.describe('Before a number: more than.'),
    reached: words.describe('Before a number: I have reached.'),
    born: words.describe('Before a year of birth.'),
    mine: words.describe('My age: the number beside it is the age.'),
    years: words.describe('Years, after a number: an age.'),
    spans: words.describe('Days, weeks, months: the number before them is no age.'),
    since: words.describe('Before a time that has passed: the years after it are no age.'),
    measures: words.describe('Weight, height, telephone: the number beside them is no age.'),
    until: words.describe('Still to go: the age after it has not been reached.'),
    minus: words.describe('Less: "eighteen less a month".'),
    decades: numberWords.describe('In the twenties, thirties …'),
    numbers: numberWords,
    ordinals: numberWords.describe('First, second …: a button or a question by its number.'),
    signs: z.strictObject({ yes: words, no: words, unsure: words }).describe('Emoji that answer.'),
  }),
});

export type Verdict = z.infer<typeof verdictSchema>;
/** The questions of the eligibility check, their rules, and the words typed answers are read with. */
export type Eligibility = DeepReadonly<z.infer<typeof eligibilityShape>>;
export type EligibilityQuestion = Eligibility['questions'][number];
export type EligibilityFollowUp = NonNullable<EligibilityQuestion['followUp']>;
/** One thing asked: a question or its follow-up. */
export type EligibilityItem = EligibilityQuestion | EligibilityFollowUp;
