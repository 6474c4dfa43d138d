import type { YamlPath } from '../fault';
import type { Knowledge } from '../knowledge';

/** A text people read, and where it stands. */
export interface SaidText {
  readonly file: string;
  readonly path: YamlPath;
  readonly text: string;
  readonly role: 'question' | 'button' | 'answer' | 'message';
}

/** Keys whose texts are names, not sentences. */
const NOT_SAID = new Set(['topic', 'digits', 'listComma']);

/** Every text of the FAQ and the messages that people read. Phrasings are theirs, not ours: they are left out. */
export function saidTexts({ categories, messages }: Pick<Knowledge, 'categories' | 'messages'>): SaidText[] {
  const ofTopics = categories.flatMap(({ file, title, topics }) => [
    { file, path: ['title'], text: title, role: 'button' as const },
    ...topics.flatMap((topic, at) => {
      const say = (role: SaidText['role'], text: string | undefined, ...key: string[]): SaidText[] =>
        text === undefined ? [] : [{ file, path: ['topics', at, ...key], text, role }];
      return [
        ...say('question', topic.question, 'question'),
        ...say('button', topic.button, 'button'),
        ...say('answer', topic.answer, 'answer'),
        ...say('answer', topic.byArea?.face, 'byArea', 'face'),
        ...say('answer', topic.byArea?.hair, 'byArea', 'hair'),
        ...say('answer', topic.missing, 'missing'),
      ];
    }),
  ]);
  return [...ofTopics, ...textsIn(messages, [])];
}

function textsIn(value: unknown, path: YamlPath): SaidText[] {
  if (typeof value === 'string') return [{ file: 'messages.yaml', path, text: value, role: 'message' }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    NOT_SAID.has(key) ? [] : textsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
