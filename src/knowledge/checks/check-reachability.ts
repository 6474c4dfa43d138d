import type { Knowledge } from '../knowledge';
import type { FindTopics, Remark } from '../remark';

/** Patients come to every topic by asking: its question, its button or one of its phrasings finds it. */
export function checkReachability({ categories }: Pick<Knowledge, 'categories'>, find: FindTopics): Remark[] {
  return categories.flatMap(({ file, topics }) =>
    topics.flatMap((topic, at): Remark[] => {
      const ways = [topic.question, topic.button, ...topic.phrasings];
      if (ways.some((way) => find(way).includes(topic.id))) return [];
      return [
        {
          kind: 'fault',
          file,
          path: ['topics', at],
          found: `${topic.id}, a topic nobody can reach`,
          expected: 'a topic that its question, its button or a phrasing finds',
          tip: 'add phrasings with words no other topic has, or join it with the topic that is found instead',
        },
      ];
    }),
  );
}
