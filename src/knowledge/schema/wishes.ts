import { z } from 'zod';
import { phrases } from './phrases';

const phrasings = (meaning: string) => phrases('a list of sentences').min(1).describe(meaning);

/** knowledge/wishes.yaml: what people want that is no question with an answer. */
export const wishesSchema = z.strictObject({
  person: phrasings('To talk with a person: the doctor herself, somebody responsible, a human.'),
  complaint: phrasings('A complaint, money back, something went wrong: a person takes it on.'),
  check: phrasings('Whether the treatment suits me: the short check.'),
  more: phrasings('To begin, without having asked yet: greeted with the topics.'),
});
