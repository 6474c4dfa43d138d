import { z } from 'zod';
import { words } from './words';

/** knowledge/private-words.yaml: what does not survive in the list of unanswered questions. */
export const privateWordsSchema = z.strictObject({
  names: words.describe('Names of people: taken out wherever they stand.'),
  places: words.describe('Names of towns and countries: taken out wherever they stand.'),
  beforeNames: words.describe('What stands before a name: the word after it is taken out.'),
  beforePlaces: words.describe('What stands before a place: the word after it is taken out.'),
  never: words.describe('Violence and self-harm: a message with one of these is not kept at all.'),
});
