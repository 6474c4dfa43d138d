import { z } from 'zod';
import { words } from './words';

/** knowledge/private-words.yaml: what does not survive in the list of unanswered questions. */
export const privateWordsSchema = z.strictObject({
  names: words.describe('Names of people: taken out wherever they stand.'),
  families: words.describe('Names of families: taken out wherever they stand.'),
  places: words.describe('Names of towns and countries: taken out wherever they stand.'),
  alsoWords: words.describe(
    'Names that are ordinary words as well: taken out where a name is expected, and beside one.',
  ),
  joined: words.describe('What is written in one with a name: "and", "with", "for".'),
  between: words.describe('What joins the parts of a name: "son of".'),
  beforeOwnNames: words.describe('What stands before a name, and nothing else: the word after it is taken out.'),
  beforeNames: words.describe('What stands before a name or an ordinary word: usual words after it stay.'),
  afterNames: words.describe('What a name stands before: it is taken out.'),
  beforeHomes: words.describe('What stands before a place, and nothing else: the word after it is taken out.'),
  beforePlaces: words.describe('What stands before a place or an ordinary word: usual words after it stay.'),
  beforeBirth: words.describe('What stands before a date of birth: numbers and months after it are taken out.'),
  numbers: words.describe('Numbers and months in words: four in a row are taken out.'),
  never: words.describe('Violence and self-harm: a message with one of these is not kept at all.'),
});
