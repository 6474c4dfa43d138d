import { answerAll, bare } from './answer-all';
import type { Judgement } from './judge';
import { wishOf } from './labels';
import type { Match, Scored } from './match';
import type { MatchableTopic } from './matcher-content';
import type { Thresholds } from './thresholds';

/** The most topics offered as "did you mean". */
const MOST_OFFERED = 3;
/** An offered topic has at least this share of the best one's belief. */
const LEAST_OFFERED = 0.002;
/** An open question that means two topics gets both answers, short: quicker read than a choice between them. */
const MOST_MEANT = 2;
/** So surely right a topic is only of a question in scope, however strange its words. */
const PLAINLY_RIGHT = 0.9;
/** Talk out of scope is now and then like one topic, hardly ever like two. */
const ONE_OF_TWO = 0.85;
const OTHER_OF_TWO = 0.5;

/** What becomes of a judged message: an answer, an offer, or neither, by what a wrong answer costs. */
export function decide(judged: Judgement, byId: ReadonlyMap<string, MatchableTopic>, thresholds: Thresholds): Match {
  const { topics, scope } = judged;
  const area = judged.area === undefined ? {} : { area: judged.area };
  const [best] = topics;
  const isPlain = best !== undefined && best.score >= PLAINLY_RIGHT;
  if (best === undefined || (scope < thresholds.offer && !isPlain))
    return { kind: 'unknown', score: best?.score ?? 0, ...area };
  const sure = judged.isFollowUp ? thresholds.sureFollowUp : thresholds.sure;
  const likeliest = topics.map(({ topic }) => topic);
  const open = judged.open ?? [];
  const meant = judged.isFollowUp
    ? open.toSorted((one, other) => likeliest.indexOf(one) - likeliest.indexOf(other))
    : open;
  if (meant.length > 0) {
    const isSure = meant.length <= MOST_MEANT && best.score >= sure;
    const all = meant.map((topic) => ({ topic, score: isSure ? best.score : best.score / meant.length }));
    return { kind: isSure ? 'sure' : 'unsure', topics: all, score: best.score, ...area };
  }
  const careful = byId.get(best.topic)?.careful === true;
  const isInScope = scope >= thresholds.answer || isPlain || asksTwo(judged, best);
  const isSure = isInScope && best.score >= (careful && !judged.isFollowUp ? thresholds.sureCareful : sure);
  if (isSure) return { ...answerAll(judged, best), ...area };
  const offered = topics
    .filter(({ topic, score }) => wishOf(topic) === undefined && score >= best.score * LEAST_OFFERED)
    .slice(0, MOST_OFFERED);
  if (offered.length === 0) return { kind: 'unknown', score: best.score, ...area };
  return { kind: 'unsure', topics: offered.map(bare), score: best.score, ...area };
}

function asksTwo({ further }: Judgement, best: Scored): boolean {
  return best.score >= ONE_OF_TWO && further.some(({ score }) => score >= OTHER_OF_TWO);
}
