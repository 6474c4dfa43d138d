import type { Facts } from '../../knowledge/schema/facts';
import type { Match, Scored } from '../../matching/match';
import type { FactsRead } from '../../reading/facts/fact';
import { conditionsTold } from '../memory/told';

/**
 * Least probability of an answer that is about something else than the condition a message tells of. Below it two in three were
 * wrong on development messages, above it none of thirteen: the condition is offered first.
 */
const PLAINLY_ELSE = 0.85;
const MOST_OFFERED = 3;

/**
 * What is asked, seen with what the same message tells: of several answers the one on a condition somebody has comes first,
 * and an answer on something else is only offered, behind that condition, unless it is plainly meant.
 */
export function heedTold(match: Exclude<Match, { kind: 'wish' }>, read: FactsRead, facts: Facts): typeof match {
  if (match.kind !== 'sure') return match;
  const told = conditionsTold(read.told, facts).map(({ topic }) => topic);
  const [about] = match.topics.filter(({ topic }) => told.includes(topic));
  if (about !== undefined) return { ...match, topics: [about, ...match.topics.filter((each) => each !== about)] };
  const [gravest] = told;
  if (gravest === undefined || match.score >= PLAINLY_ELSE || match.wish !== undefined) return match;
  const offered: readonly Scored[] = [{ topic: gravest, score: match.score }, ...match.topics];
  return {
    kind: 'unsure',
    topics: offered.slice(0, MOST_OFFERED),
    score: match.score,
    ...(match.area !== undefined && { area: match.area }),
  };
}
