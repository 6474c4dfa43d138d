import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Knowledge, Topic } from '../knowledge';
import { clinicSchema } from '../schema/clinic';
import { topicSchema } from '../schema/faq';
import { phrases } from '../schema/phrases';
import { identifier } from '../schema/text';

/**
 * Names a piece of content that staff change as a whole: a topic, the clinic's data, or what they taught the assistant
 * to be none of its business.
 */
export type ItemKey = `topic:${string}` | 'clinic' | 'strays';

/** A topic and where it belongs. */
export const topicItemSchema = z.strictObject({ category: identifier, topic: topicSchema });
export type TopicItem = z.infer<typeof topicItemSchema>;

/** Examples added to the groups of out-of-scope.yaml. */
const straysSchema = z.record(identifier, phrases('a list of sentences'));
export type Strays = z.infer<typeof straysSchema>;

/** The topic an item is about; undefined for the others. */
const topicIdOf = (key: string): string | undefined =>
  key.startsWith('topic:') ? key.slice('topic:'.length) : undefined;

/** Reads a key as it is kept or sent. */
export function readItemKey(text: string): ItemKey | undefined {
  if (text === 'clinic' || text === 'strays') return text;
  return /^topic:[a-z0-9-]{1,80}$/.test(text) ? (text as ItemKey) : undefined;
}

/** The schema of an item's value. */
export const schemaOf = (key: ItemKey): z.ZodType =>
  key === 'clinic' ? clinicSchema : key === 'strays' ? straysSchema : topicItemSchema;

/** What loading adds to a topic. */
const ADDED = ['category', 'careful', 'symptoms'];

/** A topic as it stands in a file: without what loading adds. */
export const bareTopic = (topic: Topic): TopicItem['topic'] =>
  Object.fromEntries(Object.entries(topic).filter(([name]) => !ADDED.includes(name))) as TopicItem['topic'];

/** What the files say of an item; undefined where they do not have it. */
export function itemIn(knowledge: Knowledge, key: ItemKey): unknown {
  if (key === 'clinic') return knowledge.clinic;
  if (key === 'strays') return {};
  const topic = knowledge.topicById.get(topicIdOf(key) ?? '');
  return topic && { category: topic.category, topic: bareTopic(topic) };
}

/** Tells two values apart whatever the order of their keys. */
export function digestOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([sorted(value)]))
    .digest('base64url');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined && inner !== null);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
