import type { Remark } from '../remark';
import type { Knowledge } from '../knowledge';
import { ARTICLE_FACTS } from '../schema/faq';

/** Every numbered fact of the source article is carried by some answer: patients may ask for any of them. */
export function checkArticleFacts({ topics, sources }: Pick<Knowledge, 'topics' | 'sources'>): Remark[] {
  const carried = new Set(topics.flatMap((topic) => topic.article));
  const all = Array.from({ length: ARTICLE_FACTS }, (_unused, at) => at + 1);
  return all
    .filter((fact) => !carried.has(fact))
    .map((fact) => ({
      kind: 'fault',
      file: 'sources.yaml',
      path: ['article', String(fact)],
      found: `fact ${fact} of the article, which no answer carries`,
      expected: 'each of the 45 facts in some answer, and its number under "article:" there',
      tip: `tell it in the answer it belongs to ("${sources.article[fact] ?? ''}") and add ${fact} to its article: list`,
    }));
}
