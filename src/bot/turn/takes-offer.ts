import type { Knowledge } from '../../knowledge/knowledge';
import type { Offer } from '../reply/offer';
import type { Understanding } from '../understand/understand';

/** Whether a message chooses one of the questions of "did you mean": pressed, numbered or typed. */
export function takesOffer(
  understanding: Understanding,
  offer: Offer | undefined,
  { topicById }: Pick<Knowledge, 'topicById'>,
): boolean {
  if (offer?.kind !== 'suggest' || understanding.kind !== 'topic') return false;
  const button = topicById.get(understanding.topic)?.button;
  return offer.choices.some(({ value }) => value === button);
}
