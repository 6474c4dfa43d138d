import { z } from 'zod';
import { phrases } from './phrases';

const phrasings = (meaning: string) => phrases('a list of sentences').min(1).describe(meaning);

/** Kinds of small talk that are learnt, named as the replies of messages.yaml. */
const TALK = ['greeting', 'how-are-you', 'who-are-you', 'thanks', 'goodbye', 'praise', 'ok'] as const;

/** knowledge/wishes.yaml: what people want that is no question with an answer. */
export const wishesSchema = z.strictObject({
  person: phrasings('To talk with a person: the doctor herself, somebody responsible, a human.'),
  complaint: phrasings('A complaint, money back, something went wrong: a person takes it on.'),
  check: phrasings('Whether the treatment suits me: the short check.'),
  more: phrasings('To begin, without having asked yet: greeted with the topics.'),
  talk: z
    .record(z.enum(TALK), phrasings('Talk that wants nothing: what messages.yaml says under social is the reply.'))
    .describe('Whole sentences of small talk; fixed phrases stand in vocabulary.yaml.'),
});
