import { applyPublished } from '../../../knowledge/published/apply-published';
import { type TopicItem, topicItemSchema } from '../../../knowledge/published/item';
import type { ConsoleContent } from './content-tools';
import type { DrawnReply } from './drawn-reply';

/** How a topic would look over what is live; undefined while there is no question or no answer that can be shown. */
export function previewDraft(
  { category, topic }: TopicItem,
  { knowledge, preview }: Pick<ConsoleContent, 'knowledge' | 'preview'>,
): readonly DrawnReply[] | undefined {
  const live = knowledge();
  // Phrasings and the button lead to an answer and are no part of it: it is shown before they are written.
  const shown = {
    ...topic,
    phrasings: live.topics[0]?.phrasings,
    button: topic.button === '' ? live.topics[0]?.button : topic.button,
  };
  const item = topicItemSchema.safeParse({ category, topic: shown });
  if (!item.success) return undefined;
  const { knowledge: changed } = applyPublished(live, new Map([[`topic:${topic.id}`, item.data]]));
  return preview(changed, topic.id);
}
