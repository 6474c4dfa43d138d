import { createAgeReader, isBelow } from '../../src/text/read-age';
import { normalize } from '../../src/text/normalize';
import { tokenize } from '../../src/text/tokenize';
import { loadCheckContent } from '../eligibility/check-content';

const readAge = createAgeReader(loadCheckContent().rules.words);
const TODAY = Date.UTC(2026, 10, 30);

/** below 18, of age, open (a number that must be asked about again), or none. */
function readingOf(text: string): string {
  const age = readAge(tokenize(normalize(text)), TODAY);
  if (age === undefined) return 'none';
  const below = age === 'unclear' ? undefined : isBelow(age, 18);
  if (below === undefined) return 'open';
  return below ? 'below' : 'of age';
}

test.each([
  ['a number alone', '16', 'below'],
  ['Arabic digits', '١٧ سنة', 'below'],
  ['Persian digits', 'عمرم ۳۵', 'of age'],
  ['in words, Gulf', 'سبعطعش', 'below'],
  ['in words, standard', 'خمسة وعشرون عاما', 'of age'],
  ['the age, not the weight', 'وزني 60 وعمري 16', 'below'],
  ['the age, not the height', 'طولي 160 سم ووزني 55 كيلو وعمري 17', 'below'],
  ['the age before the weight', 'عمري 17 ووزني 70', 'below'],
  ['the age, not how long the illness', 'عندي ضغط من 3 سنين وعمري 40', 'of age'],
  ['an illness for years tells no age', 'عندي سكر من 10 سنين', 'none'],
  ['years without "my age"', 'عندي 34 سنة', 'of age'],
  ['her age', 'بنتي عمرها 12 سنة', 'below'],
  ['twenty days to go', '20 days to 18', 'below'],
  ['a month to go', 'باقي شهر واكمل 18', 'below'],
  ['a month to go, Egyptian', 'فاضلي شهرين على ال 18', 'below'],
  ['eighteen less a month', '18 الا شهر', 'below'],
  ['eighteen after a month', 'بعد شهر اصير 18', 'below'],
  ['nearly eighteen', 'قربت 18', 'below'],
  ['nearly thirty', 'داخل على ٣٠', 'of age'],
  ['nearly twenty may be a child', 'قربت 20', 'open'],
  ['nineteen less a month', 'عمري ١٩ الا شهر', 'of age'],
  ['seventeen and a half', '17 ونص', 'below'],
  ['over', 'فوق العشرين', 'of age'],
  ['not yet', 'لسه ما كملت 18', 'below'],
  ['in the thirties', 'انا في الثلاثينات', 'of age'],
  ['year of birth', 'مواليد 1990', 'of age'],
  ['year of birth, a child', 'مواليد ٢٠١٢', 'below'],
  ['year of birth of two digits', 'مواليد 95', 'of age'],
  ['year of birth of two digits, a child', 'مواليد 12', 'below'],
  ['year of birth at the border', 'مواليد 2008', 'open'],
  ['born in the nineties', 'مواليد التسعينات', 'of age'],
  ['born in the two thousands', 'مواليد الالفينات', 'open'],
  ['year of birth in words', 'مواليد الفين وعشرة', 'below'],
  ['year of birth in words, of age', 'مواليد الفين وواحد', 'of age'],
  ['this year is no year of birth', '2026', 'open'],
  ['a word that also means born', 'عمري 34 ووزني 15 كيلو زايد', 'of age'],
  ['Hijri year of birth', 'مواليد 1410', 'of age'],
  ['Hijri year of birth, a child', '١٤٣٥ هـ', 'below'],
  ['date of birth', '25/3/2012', 'below'],
  ['date of birth, year first', '2001-04-09', 'of age'],
  ['date of birth, eighteen last week', '23/11/2008', 'of age'],
  ['date of birth, eighteen next week', '7.12.2008', 'open'],
  ['date of birth, eighteen next month', '25/12/2008', 'below'],
  ['Hijri date of birth', '5/7/1430', 'below'],
  ['month and year of birth', '3/1985', 'of age'],
  ['a date without a century', '25/3/12', 'open'],
  ['two numbers', '16 17', 'open'],
  ['a year to come', '2031', 'open'],
  ['nonsense', '999', 'open'],
  ['an old person', '71', 'of age'],
  ['a lady is no six', 'انا ست بيت', 'none'],
  ['no number', 'لا', 'none'],
])('%s', (_name, text, expected) => {
  expect(readingOf(text)).toBe(expected);
});
