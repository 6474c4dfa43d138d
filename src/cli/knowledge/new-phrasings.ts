import type { ReadFiles } from '../../knowledge/compare-content';
import { normalize } from '../../text/normalize';

const FAQ = /^faq\//;

/** Tells the phrasings that a topic did not have before, however they are spelt. */
export function newPhrasings(before: ReadFiles): (phrasing: string, topic: string) => boolean {
  const known = new Set(
    Object.entries(before)
      .filter(([file]) => FAQ.test(file))
      .flatMap(([, content]) => (content as Partial<FaqFile>).topics ?? [])
      .flatMap(({ id, phrasings }) => phrasings.map((phrasing) => keyOf(phrasing, id))),
  );
  return (phrasing, topic) => !known.has(keyOf(phrasing, topic));
}

const keyOf = (phrasing: string, topic: string): string => `${topic} ${normalize(phrasing)}`;

interface FaqFile {
  readonly topics: readonly { readonly id: string; readonly phrasings: readonly string[] }[];
}
