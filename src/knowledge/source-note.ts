import type { Knowledge, Topic } from './knowledge';
import { readReview } from './read-review';
import { sayDate } from './say-date';
import type { Sources } from './schema/sources';

/** What stands between the parts of the line. */
const SEPARATOR = ' · ';

/**
 * The small line under an answer: where it comes from (the source of its first fact, which carries it) and when a
 * physician of the clinic reviewed it; of several topics, the oldest review, and none while one of them has none. What
 * rests on no fact is the clinic's own word about itself and has no such line.
 */
export function sourceNote(
  topics: readonly Topic[],
  { sources, messages }: Pick<Knowledge, 'sources' | 'messages'>,
): string | undefined {
  const medical = topics.filter(({ facts }) => facts.length > 0);
  if (medical.length === 0) return undefined;
  return [...saySource(medical, sources, messages.chat), sayReview(medical, messages)].join(SEPARATOR);
}

/** A source as the line names it. */
export interface NamedSource {
  readonly label: string;
  readonly url: string;
}

/** The source that {@link sourceNote} names, where it can be read on the web. */
export function namedSource(topics: readonly Topic[], sources: Sources): NamedSource | undefined {
  const carrier = carrierOf(topics, sources);
  return typeof carrier?.url === 'string' ? { label: carrier.label, url: carrier.url } : undefined;
}

function sayReview(topics: readonly Topic[], { chat, dates }: Knowledge['messages']): string {
  const reviews = topics.map(readReview);
  const days = reviews.flatMap((review) => (review.kind === 'reviewed' ? [review.on] : [])).sort();
  const [oldest] = days;
  if (oldest === undefined || days.length < topics.length) return chat.source.notReviewed;
  return chat.source.reviewed.replace('{date}', sayDate(oldest, dates));
}

/** Where no source was found for the fact that carries the answer, none is named: another would only seem to carry it. */
function saySource(topics: readonly Topic[], sources: Sources, { source }: Knowledge['messages']['chat']): string[] {
  const carrier = carrierOf(topics, sources);
  if (carrier === undefined) return [];
  const form = new Set(sourcesNamed(topics, sources).flat()).size > 1 ? source.several : source.one;
  return [form.replace('{source}', carrier.label)];
}

function carrierOf(topics: readonly Topic[], known: Sources): Sources['sources'][string] | undefined {
  return known.sources[sourcesNamed(topics, known)[0]?.[0] ?? ''];
}

/** The sources of each fact the answers rest on. */
function sourcesNamed(topics: readonly Topic[], { facts }: Sources): readonly (readonly string[])[] {
  return topics.flatMap((topic) => topic.facts).map((id) => facts[id]?.sources ?? []);
}
