import { normalize } from '../text/normalize';
import type { Topic } from './knowledge';

/** Topics are never changed, only exchanged: what was read of one holds as long as it is there. */
const known = new WeakMap<Pick<Topic, 'phrasings'>, readonly string[]>();

/** The phrasings of a topic as comparing needs them, each read once: all there are take half a second. */
export function phrasingWords(topic: Pick<Topic, 'phrasings'>): readonly string[] {
  const words = known.get(topic) ?? topic.phrasings.map((text) => normalize(text));
  known.set(topic, words);
  return words;
}
