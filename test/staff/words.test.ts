import { WORD_LISTS } from '../../src/knowledge/schema/staff/words';
import { findWords } from '../../src/staff/words/find-words';
import { listWords } from '../../src/staff/words/list-words';
import { loadShipped } from '../helpers/load-shipped';

const knowledge = loadShipped();
const lists = WORD_LISTS.map((id) => listWords(knowledge, id));

it.each(WORD_LISTS)('%s has entries in each of its parts, each with a name', (id) => {
  const { sections } = listWords(knowledge, id);
  for (const { entries } of sections) expect(entries.length).toBeGreaterThan(0);
  expect(sections.flatMap(({ entries }) => entries.filter(({ title }) => title === ''))).toEqual([]);
});

it('every danger sign has a name in both languages, and no name is of none', () => {
  const named = knowledge.urgent.tiers.rows.flatMap(({ signs }) => signs).sort();
  for (const texts of [knowledge.staffArabic, knowledge.staffEnglish])
    expect(Object.keys(texts.signNames).sort()).toEqual(named);
});

it.each([
  ['a word of a dialect, without its hamza', 'اديش', 'dialects', 'how-much'],
  ['a word of the clinic', 'صفائح', 'vocabulary', 'platelets'],
  ['a medicine of the check', 'روكتان', 'eligibility', undefined],
  ['a promise', 'مضمونة', 'forbidden', undefined],
  ['a sign', 'الصدر', 'urgent', undefined],
])('%s is found: %s', (_name, text, list, id) => {
  const found = findWords(lists, text).filter((one) => one.list === list);
  expect(found.length).toBeGreaterThan(0);
  if (id !== undefined) expect(found.map(({ entry }) => entry.id)).toContain(id);
});

it('the very word stands before longer ones', () => {
  const [first] = findWords(lists, 'كم');
  expect(first?.words).toContain('كم');
});

it.each([
  ['nothing', ''],
  ['one letter', 'ك'],
  ['what no list holds', 'قسطنطينيات'],
])('%s finds nothing', (_name, text) => {
  expect(findWords(lists, text)).toEqual([]);
});
