import type { Category, Knowledge, Topic } from '../knowledge';
import { type ItemKey, readItemKey, schemaOf, type Strays, type TopicItem } from './item';

/** Something published that does not fit this version of the program or its files. */
export interface LeftOut {
  readonly key: string;
  /** In words for the operator. */
  readonly why: string;
}

/** The content as staff published it over the files. */
export interface Applied {
  readonly knowledge: Knowledge;
  readonly leftOut: readonly LeftOut[];
}

/**
 * Puts what staff published over the content of the files. What no longer fits, because an update brought other files
 * or rules, is left out and named: the assistant must start. Pure.
 */
export function applyPublished(base: Knowledge, published: ReadonlyMap<string, unknown>): Applied {
  const leftOut: LeftOut[] = [];
  const topics = new Map<string, TopicItem>();
  let { clinic, outOfScope } = base;
  for (const [text, value] of published) {
    const key = readItemKey(text);
    const parsed = key === undefined ? undefined : schemaOf(key).safeParse(value);
    if (key === undefined || parsed?.success !== true) {
      leftOut.push({ key: text, why: parsed?.error?.issues.map(({ message }) => message).join('; ') ?? 'unknown' });
      continue;
    }
    if (key === 'clinic') clinic = parsed.data as Knowledge['clinic'];
    else if (key === 'strays') outOfScope = withStrays(base, parsed.data as Strays);
    else placeTopic(base, key, parsed.data as TopicItem, topics, leftOut);
  }
  const categories = topics.size === 0 ? base.categories : base.categories.map((category) => place(category, topics));
  const all = categories.flatMap((category) => category.topics);
  const topicById = new Map(all.map((topic) => [topic.id, topic]));
  const related = categories.map((category) => ({
    ...category,
    topics: category.topics.map(withKnown(topicById, base)),
  }));
  const placed = related.flatMap((category) => category.topics);
  return {
    leftOut,
    knowledge: {
      ...base,
      clinic,
      outOfScope,
      categories: related,
      topics: placed,
      topicById: new Map(placed.map((topic) => [topic.id, topic])),
    },
  };
}

function placeTopic(
  { categories }: Knowledge,
  key: ItemKey,
  item: TopicItem,
  topics: Map<string, TopicItem>,
  leftOut: LeftOut[],
): void {
  if (!categories.some(({ id }) => id === item.category)) leftOut.push({ key, why: `no category ${item.category}` });
  else topics.set(item.topic.id, item);
}

/** A category with its topics as published, new ones at its end. */
function place(category: Category, items: ReadonlyMap<string, TopicItem>): Category {
  const [first] = category.topics;
  const marks = { category: category.id, careful: first?.careful ?? false, symptoms: first?.symptoms ?? false };
  const own = category.topics.map((topic) => {
    const item = items.get(topic.id);
    return item === undefined ? topic : { ...item.topic, ...marks };
  });
  const known = new Set(category.topics.map(({ id }) => id));
  const added = [...items.values()].filter((item) => item.category === category.id && !known.has(item.topic.id));
  return { ...category, topics: [...own, ...added.map(({ topic }) => ({ ...topic, ...marks }))] };
}

/** A topic that names others which are gone by now names them no more. */
function withKnown(topicById: ReadonlyMap<string, Topic>, { sources }: Knowledge): (topic: Topic) => Topic {
  return (topic) => {
    const related = topic.related.filter((id) => topicById.has(id));
    const facts = topic.facts.filter((fact) => fact in sources.facts);
    const isWhole = related.length === topic.related.length && facts.length === topic.facts.length;
    return isWhole ? topic : { ...topic, related, facts };
  };
}

function withStrays({ outOfScope }: Knowledge, strays: Strays): Knowledge['outOfScope'] {
  const groups = Object.entries(outOfScope.groups).map(([id, group]) => {
    const added = (strays[id] ?? []).filter((text) => !group.examples.includes(text));
    return [id, added.length === 0 ? group : { ...group, examples: [...group.examples, ...added] }];
  });
  return { ...outOfScope, groups: Object.fromEntries(groups) as Knowledge['outOfScope']['groups'] };
}
