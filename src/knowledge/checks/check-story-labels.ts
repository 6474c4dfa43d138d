import type { Knowledge } from '../knowledge';
import { suggest } from '../reading/nearest';
import type { Remark } from '../remark';

/** Each part of a whole message is of a known kind, or asks for a topic or a wish that exists: others teach nothing. */
export function checkStoryLabels({
  storyFiles,
  topicById,
  wishes,
}: Pick<Knowledge, 'storyFiles' | 'topicById' | 'wishes'>): Remark[] {
  const labels = [...topicById.keys(), ...Object.keys(wishes)];
  const expected = 'filler, fact, report, the id of a topic, or a wish of wishes.yaml';
  return storyFiles.flatMap(({ file, messages }) =>
    messages.flatMap((parts, at) =>
      parts.flatMap((part, nth): Remark[] => {
        if (part.kind !== 'question' || labels.includes(part.label)) return [];
        const path = ['messages', at, nth];
        return [
          { kind: 'warning', file, path, found: part.label, expected, tip: suggest(part.label, labels, 'topic') },
        ];
      }),
    ),
  );
}
