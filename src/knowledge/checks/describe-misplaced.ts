import type { Knowledge } from '../knowledge';
import type { Remark } from '../remark';

/** Phrasings that read like those of another topic, as things to look at. Pure. */
export function describeMisplaced(
  { categories }: Pick<Knowledge, 'categories'>,
  misplaced: readonly { readonly topic: string; readonly phrasing: string; readonly likelier: string }[],
): Remark[] {
  return categories.flatMap(({ file, topics }) =>
    topics.flatMap(({ id, phrasings }, at) =>
      misplaced
        .filter(({ topic }) => topic === id)
        .map(({ phrasing, likelier }): Remark => ({
          kind: 'warning',
          file,
          path: ['topics', at, 'phrasings', phrasings.indexOf(phrasing)],
          expected: `a phrasing that finds ${id}`,
          tip: `did it not stand here, it would find ${likelier}: move it there, or name in it what is asked more plainly`,
        })),
    ),
  );
}
