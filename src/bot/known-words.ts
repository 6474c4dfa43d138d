import type { Knowledge } from '../knowledge/knowledge';
import { normalize } from '../text/normalize';
import { tokenize } from '../text/tokenize';

/** Says whether the knowledge base uses a normalized word. The list is made when it is first needed. */
export function createKnownWords({
  topics,
  vocabulary,
}: Pick<Knowledge, 'topics' | 'vocabulary'>): (word: string) => boolean {
  let words: ReadonlySet<string> | undefined;
  const collect = (): ReadonlySet<string> => {
    const asked = topics.flatMap(({ question, phrasings }) => [question, ...phrasings]);
    const named = Object.values(vocabulary.concepts).flat();
    return new Set([...asked, ...named].flatMap((text) => tokenize(normalize(text))));
  };
  return (word) => (words ??= collect()).has(word);
}
