import { normalize } from '../../text/normalize';
import type { FindTopics, Remark } from '../remark';
import type { YamlPath } from '../fault';
import type { Knowledge } from '../knowledge';

type Content = Pick<Knowledge, 'messages' | 'vocabulary' | 'categories' | 'topics'>;

/** What a button says when pressed is understood: a command, a wish, social talk, a category, a topic. */
export function checkChoices(content: Content, find?: FindTopics): Remark[] {
  const understood = understoodTexts(content);
  return sayings(content.messages, []).flatMap(({ path, text }): Remark[] => {
    if (understood.has(normalize(text)) || (find?.(text) ?? []).length > 0) return [];
    const tip = 'say it in the words of a command or wish in vocabulary.yaml, or use "topic: <topic id>"';
    return [{ kind: 'fault', file: 'messages.yaml', path, expected: 'words the assistant itself understands', tip }];
  });
}

function understoodTexts({ vocabulary, categories, topics }: Content): Set<string> {
  const lists = [vocabulary.commands, vocabulary.social, vocabulary.wishes].flatMap((lists) =>
    Object.values(lists).flat(),
  );
  const titles = [
    ...categories.map(({ title }) => title),
    ...topics.flatMap(({ button, question }) => [button, question]),
  ];
  return new Set([...lists, ...titles].map((text) => normalize(text)));
}

function sayings(value: unknown, path: YamlPath): { readonly path: YamlPath; readonly text: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    return key === 'say' && typeof inner === 'string' ? [{ path: here, text: inner }] : sayings(inner, here);
  });
}
