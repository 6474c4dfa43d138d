import type { Match, Scored, Wish } from './match';

/** What one stretch of a story asks: a topic or a wish, as surely as was measured. */
export type Heard =
  | { readonly kind: 'topic'; readonly scored: Scored }
  | { readonly kind: 'wish'; readonly wish: Wish; readonly score: number };

/**
 * Joins what a story as a whole asks with what its stretches ask: the best topic of the whole first, then the questions
 * in the order asked, each once. What the whole leaves unsure, its stretches decide.
 *
 * @param most no more topics than this
 */
export function joinAnswers(whole: Match, heard: readonly Heard[], most: number): Match {
  if (whole.kind === 'wish') return whole;
  const asked = heard.flatMap((one) => (one.kind === 'topic' ? [one.scored] : []));
  const wish = heard.find((one) => one.kind === 'wish' && one.wish !== 'more');
  const area = whole.area === undefined ? {} : { area: whole.area };
  const sure = whole.kind === 'sure' ? whole.topics : [];
  const topics = distinct([...sure.slice(0, 1), ...asked, ...sure.slice(1)]).slice(0, most);
  if (topics.length === 0) {
    return wish?.kind === 'wish' ? { kind: 'wish', wish: wish.wish, score: wish.score, ...area } : whole;
  }
  const wanted =
    whole.kind === 'sure' && whole.wish !== undefined ? whole.wish : wish?.kind === 'wish' ? wish.wish : undefined;
  const score = whole.kind === 'sure' ? whole.score : Math.max(...topics.map((scored) => scored.score));
  return { kind: 'sure', topics, score, ...(wanted !== undefined && { wish: wanted }), ...area };
}

function distinct(topics: readonly Scored[]): Scored[] {
  return topics.filter(({ topic }, at) => topics.findIndex((other) => other.topic === topic) === at);
}
