import type { AreaReader } from './area';
import type { Calibration } from './calibration';
import { OPEN, OUT_OF_SCOPE, readConfidence } from './confidence';
import type { IntentClassifier, Ranking } from './intent-classifier';
import { probability } from '../learning/logistic';
import type { Area, MatchContext, Scored } from './match';

/** One question weighed: its topics best first, and how far they can be trusted. */
export interface Judgement {
  /** All topics, best first; the first one's score is the probability that it is right. */
  readonly topics: readonly Scored[];
  /** The same topics with the classifier's belief in each, before calibration. */
  readonly beliefs: ReadonlyMap<string, number>;
  /** The topics to offer when the question itself leaves open which is meant. */
  readonly open?: readonly string[];
  /** Probability that the question is one for this knowledge base. */
  readonly scope: number;
  readonly area?: Area;
  readonly words: readonly string[];
}

export interface JudgeDependencies {
  readonly classifier: IntentClassifier;
  readonly calibration: Pick<Calibration, 'scope' | 'topic'>;
  readonly areas: AreaReader;
  /** The body area of topics that have one. */
  readonly areaOf: (topic: string) => Area | undefined;
  /** How much likelier a topic is than usual in a follow-up to another: 1 where it is not. */
  readonly nearness: (topic: string, last: string) => number;
}

/** How much less likely a topic about the other body area is, once the conversation has named one. */
const OTHER_AREA = 0.05;
/** In a conversation about the treatment a short message is likelier to be about it: added to the log odds. */
const CONTEXT_LOG_ODDS = 3;
/** Follow-ups are short; longer messages stand on their own. */
const LONGEST_FOLLOW_UP = 6;

export type Judge = (question: string, context?: MatchContext) => Judgement;

/** Weighs questions: the classifier's ranking, the conversation's area, and the calibrated confidence. */
export function createJudge({ classifier, calibration, areas, areaOf, nearness }: JudgeDependencies): Judge {
  return (question, context) => {
    const ranking = classifier.rank(question);
    const { words } = ranking.reading;
    const named = areas.read(words);
    const area = named ?? context?.area;
    const isFollowUp = context !== undefined && words.length <= LONGEST_FOLLOW_UP;
    const isAreaRecalled = named === undefined && area !== undefined;
    const factorOf = (label: string): number =>
      (isAreaRecalled && (areaOf(label) ?? area) !== area ? OTHER_AREA : 1) *
      (isFollowUp ? nearness(label, context.topic) : 1);
    const weighed = isAreaRecalled || isFollowUp ? reweigh(ranking, factorOf) : ranking;
    const signals = readConfidence(weighed);
    const open = readOpen(weighed, area, areaOf);
    const bonus = isFollowUp ? CONTEXT_LOG_ODDS : 0;
    return {
      topics: scoreTopics(weighed, addLogOdds(probability(calibration.topic, signals), bonus)),
      beliefs: new Map(weighed.ranked.map(({ label, belief }) => [label, belief])),
      scope: addLogOdds(probability(calibration.scope, signals), bonus),
      words,
      ...(area !== undefined && { area }),
      ...(open !== undefined && { open }),
    };
  };
}

/** What an open question offers; once the area is known, only what is not about the other. */
function readOpen(
  { ranked }: Ranking,
  area: Area | undefined,
  areaOf: JudgeDependencies['areaOf'],
): string[] | undefined {
  const best = ranked.find(({ label }) => !label.startsWith(OUT_OF_SCOPE))?.label;
  if (best?.startsWith(OPEN) !== true) return undefined;
  return best
    .split(OPEN)
    .slice(1)
    .filter((topic) => area === undefined || (areaOf(topic) ?? area) === area);
}

/** Keeps the order of the beliefs; the best topic gets the calibrated probability, the others their share of the rest. */
function scoreTopics({ ranked }: Ranking, best: number): Scored[] {
  const topics = ranked.filter(({ label }) => !label.startsWith(OUT_OF_SCOPE) && !label.startsWith(OPEN));
  const others = topics.slice(1).reduce((sum, { belief }) => sum + belief, 0) || 1;
  return topics.map(({ label, belief }, i) => ({
    topic: label,
    score: i === 0 ? best : Math.min(best, ((1 - best) * belief) / others),
  }));
}

/** Multiplies each belief by a factor; they sum to 1 again. */
function reweigh(ranking: Ranking, factorOf: (label: string) => number): Ranking {
  const weighed = ranking.ranked.map(({ label, belief }) => ({ label, belief: belief * factorOf(label) }));
  const sum = weighed.reduce((total, { belief }) => total + belief, 0) || 1;
  const ranked = weighed
    .map(({ label, belief }) => ({ label, belief: belief / sum }))
    .sort((one, other) => other.belief - one.belief);
  return { ...ranking, ranked };
}

function addLogOdds(chance: number, logOdds: number): number {
  return logOdds === 0 ? chance : 1 / (1 + Math.exp(-(Math.log(chance / (1 - chance)) + logOdds)));
}
