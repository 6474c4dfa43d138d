import { normalize } from '../../text/normalize';
import type { FindTopics, Remark } from '../remark';
import type { Knowledge } from '../knowledge';

/** Each phrasing belongs to one topic, stands once, and finds its own topic, where that is asked. */
export function checkPhrasingOwners(
  { categories }: Pick<Knowledge, 'categories'>,
  find?: FindTopics,
  isAsked: (phrasing: string) => boolean = () => true,
): Remark[] {
  const owners = new Map<string, string>();
  return categories.flatMap(({ file, topics }) =>
    topics.flatMap((topic, at) =>
      topic.phrasings.flatMap((phrasing, nth): Remark[] => {
        const place = { file, path: ['topics', at, 'phrasings', nth] };
        const owner = claim(owners, normalize(phrasing), topic.id);
        if (owner !== undefined) return [{ ...place, ...describeTwin(owner, topic.id) }];
        const found = (isAsked(phrasing) ? find?.(phrasing) : undefined) ?? [topic.id];
        return found.includes(topic.id) ? [] : [{ ...place, ...describeStray(topic.id, found) }];
      }),
    ),
  );
}

/** Notes the owner of a phrasing and returns the one it had before. */
function claim(owners: Map<string, string>, phrasing: string, id: string): string | undefined {
  const owner = owners.get(phrasing);
  if (owner === undefined) owners.set(phrasing, id);
  return owner;
}

function describeTwin(owner: string, id: string): Pick<Remark, 'kind' | 'expected' | 'tip'> {
  return owner === id
    ? {
        kind: 'warning',
        expected: 'each phrasing once',
        tip: 'delete it: the topic already has it in this or another spelling',
      }
    : {
        kind: 'fault',
        expected: 'a phrasing of one topic only',
        tip: `${owner} has the same phrasing (perhaps in another spelling): leave it to the topic that answers it, or add what tells them apart`,
      };
}

/** A phrasing that leads to another topic misleads; one that leads nowhere only does not help. */
function describeStray(id: string, found: readonly string[]): Pick<Remark, 'kind' | 'expected' | 'tip'> {
  return found.length === 0
    ? {
        kind: 'warning',
        expected: `a phrasing that finds ${id}`,
        tip: 'it finds nothing: name in it what is asked more plainly',
      }
    : {
        kind: 'fault',
        expected: `a phrasing that finds ${id}`,
        tip: `it finds ${found.join(', ')}: move it there, or name in it what is asked more plainly`,
      };
}
