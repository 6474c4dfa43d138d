import { loadShipped } from '../helpers/load-shipped';
import { itemIn, type TopicItem } from '../../src/knowledge/published/item';
import { checkTopic, isForged, isStopping } from '../../src/staff/answers/check-topic';
import { readTopicForm } from '../../src/staff/answers/read-topic-form';
import { readForm } from '../../src/channels/staff/staff-form';

const knowledge = loadShipped();
const item = itemIn(knowledge, 'topic:session-interval') as TopicItem;

/** Two hundred kilobytes of Arabic, as a browser sends them. */
const PAGE = 'كلمة طويلة '.repeat(10_000).trim();

it.each([
  ['question', 'question', 'tooLong'],
  ['button', 'button', 'tooLong'],
  ['phrasings', 'phrasings', 'tooLong'],
  ['answer', 'answer', 'words'],
])('a whole page pasted as the %s is kept, named, and not published', (_name, field, code) => {
  const { topic, category } = item;
  const { question, button, answer, phrasings } = topic;
  const fields = { category, question, button, answer, phrasings: phrasings.join('\n') };
  const pasted = field === 'phrasings' ? `${fields.phrasings}\n${PAGE}` : PAGE;
  const form = readForm(new URLSearchParams({ ...fields, [field]: pasted }).toString());
  const read = readTopicForm(form, item) as TopicItem;
  expect(JSON.stringify(read)).toContain(PAGE);
  const faults = checkTopic(read, knowledge).filter(isStopping);
  expect(faults.map((fault) => `${fault.field} ${fault.code}`)).toContain(`${field} ${code}`);
});

it.each([
  ['category', 'category', 'nothing'],
  ['related topic', 'related', 'nothing'],
  ['fact', 'facts', '9.99'],
])('a %s that is not among the choices is named, with what is', (_name, field, value) => {
  const { topic, category } = item;
  const { question, button, answer, phrasings } = topic;
  const fields = { category, question, button, answer, phrasings: phrasings.join('\n'), [field]: value };
  const read = readTopicForm(readForm(new URLSearchParams(fields).toString()), item) as TopicItem;
  const forged = checkTopic(read, knowledge).filter(isForged);
  expect(forged.map((fault) => [fault.field, fault.values['value']])).toEqual([[field, value]]);
  expect(String(forged[0]?.values['allowed']).split(' · ').length).toBeGreaterThan(10);
});
