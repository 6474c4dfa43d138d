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

function sayReview(topics: readonly Topic[], { chat, dates }: Knowledge['messages']): string {
  const reviews = topics.map(readReview);
  const days = reviews.flatMap((review) => (review.kind === 'reviewed' ? [review.on] : [])).sort();
  const [oldest] = days;
  if (oldest === undefined || days.length < topics.length) return chat.source.notReviewed;
  return chat.source.reviewed.replace('{date}', sayDate(oldest, dates));
}

/** Where no source was found for the fact that carries the answer, none is named: another would only seem to carry it. */
function saySource(
  topics: readonly Topic[],
  { facts, sources }: Sources,
  { source }: Knowledge['messages']['chat'],
): string[] {
  const named = topics.flatMap((topic) => topic.facts).map((id) => facts[id]?.sources ?? []);
  const carrier = sources[named[0]?.[0] ?? ''];
  if (carrier === undefined) return [];
  const form = new Set(named.flat()).size > 1 ? source.several : source.one;
  return [form.replace('{source}', carrier.label)];
}
