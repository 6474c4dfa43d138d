import type { Knowledge, Topic } from './knowledge';
import { sayDate } from './say-date';
import { STRENGTHS, type Sources } from './schema/sources';

/**
 * The small line under an answer: where its facts come from (the source of its strongest fact stands for them) and when
 * it was last reviewed; of several topics, the oldest review.
 */
export function sourceNote(
  topics: readonly Topic[],
  { sources, messages }: Pick<Knowledge, 'sources' | 'messages'>,
): string {
  const reviewed = topics.map((topic) => topic.reviewed).sort()[0];
  if (reviewed === undefined) return '';
  const ranked = rankSources(topics, sources);
  const forms = messages.chat.source;
  const form = ranked.length === 0 ? forms.none : ranked.length === 1 ? forms.one : forms.several;
  const label = sources.sources[ranked[0] ?? '']?.label ?? '';
  return form.replace('{source}', label).replace('{date}', sayDate(reviewed, messages.dates));
}

/** The sources of the topics' facts without repetition, those of the strongest fact first. */
function rankSources(topics: readonly Topic[], { facts }: Sources): string[] {
  const named = topics.flatMap((topic) => topic.facts).flatMap((id) => facts[id] ?? []);
  const ranked = named
    .filter((fact) => fact.sources.length > 0)
    .map((fact) => ({ sources: strongestFirst(fact), rank: Math.min(...ranksOf(fact)) }))
    .sort((a, b) => a.rank - b.rank);
  return [...new Set(ranked.flatMap((fact) => fact.sources))];
}

type Fact = Sources['facts'][string];

/** Where a fact lists a strength for each source, the sources follow their strengths. */
function strongestFirst(fact: Fact): readonly string[] {
  const ranks = ranksOf(fact);
  if (ranks.length !== fact.sources.length) return fact.sources;
  return fact.sources
    .map((source, at) => ({ source, rank: ranks[at] ?? 0 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ source }) => source);
}

function ranksOf({ strength }: Fact): number[] {
  return strength.split(', ').map((letter) => STRENGTHS.findIndex((known) => known === letter));
}
