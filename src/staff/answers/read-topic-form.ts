import type { TopicItem } from '../../knowledge/published/item';
import { dropInvisible } from '../../text/drop-invisible';

/** The fields of the form of an answer, as they were sent. */
export interface TopicFields {
  text(name: string): string;
  all(name: string): readonly string[];
}

/** Reads the form of an answer over the topic it began from. What is not in the form stays. Not validated yet. */
export function readTopicForm(form: TopicFields, { topic }: TopicItem): unknown {
  const area = (name: 'face' | 'hair'): object =>
    form.text(name).trim() === '' ? {} : { [name]: tidy(form.text(name)) };
  const byArea = { ...area('face'), ...area('hair') };
  return {
    category: form.text('category'),
    topic: {
      ...kept(topic),
      question: line(form.text('question')),
      button: line(form.text('button')),
      answer: tidy(form.text('answer')),
      ...(Object.keys(byArea).length > 0 && { byArea }),
      ...optional('short', form.text('short')),
      ...optional('missing', form.text('missing')),
      related: [...new Set(form.all('related').filter((id) => id !== ''))],
      facts: [...new Set(form.all('facts'))],
      phrasings: readLines(form.text('phrasings')),
    },
  };
}

/** Parts a form can leave empty. */
const OPTIONAL = ['byArea', 'short', 'missing'];

const kept = (topic: TopicItem['topic']): object =>
  Object.fromEntries(Object.entries(topic).filter(([name]) => !OPTIONAL.includes(name)));

/** One text a line; each once, without what text programs put before list items. */
export function readLines(text: string): string[] {
  const lines = text.split('\n').map((each) => line(each.replace(/^\s*[-\u2022*]\s+/, '')));
  return [...new Set(lines.filter((each) => each !== ''))];
}

const optional = (name: string, text: string): object => (text.trim() === '' ? {} : { [name]: tidy(text) });

/** On one line, without invisible signs that come along with copying. */
const line = (text: string): string => dropInvisible(text).replace(/\s+/g, ' ').trim();

/** Several lines as they stand in the files: ending with one line break where there are several. */
const tidy = (text: string): string =>
  dropInvisible(text)
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
