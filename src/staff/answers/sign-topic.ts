import { answerDigest } from '../../knowledge/answer-digest';
import type { TopicItem } from '../../knowledge/published/item';

/** The item as the physician approves it: signed with name, day and the digest of what was read. Nobody types them. */
export function signTopic(item: TopicItem, physician: string, now: Date): TopicItem {
  const on = now.toISOString().slice(0, 10);
  const topic = item.topic as Parameters<typeof answerDigest>[0];
  return { ...item, topic: { ...item.topic, reviewed: { by: physician, on, digest: answerDigest(topic) } } };
}
