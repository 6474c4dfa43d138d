import type { AreaReader } from './area';
import { OUT_OF_SCOPE, probability, readSignals, type Calibration } from './confidence';
import type { IntentClassifier, Ranking } from './intent-classifier';
import type { Area, MatchContext, Scored } from './match';

/** One question weighed: its topics best first, and how far they can be trusted. */
export interface Judgement {
  /** All topics, best first; the first one's score is the probability that it is right. */
  readonly topics: readonly Scored[];
  /** Probability that the question is one for this knowledge base. */
  readonly scope: number;
  readonly area?: Area;
  readonly words: readonly string[];
}

export interface JudgeDependencies {
  readonly classifier: IntentClassifier;
  readonly calibration: Calibration;
  readonly areas: AreaReader;
  /** The body area of topics that have one. */
  readonly areaOf: (topic: string) => Area | undefined;
}

/** How much less likely a topic about the other body area is, once the conversation has named one. */
const OTHER_AREA = 0.05;
/** In a conversation about the treatment a short message is more likely to be about it: added to the log odds. */
const CONTEXT_SCOPE = 2;
const CONTEXT_TOPIC = 1;
/** Follow-ups are short; longer messages stand on their own. */
const LONGEST_FOLLOW_UP = 6;

export type Judge = (question: string, context?: MatchContext) => Judgement;

/** Weighs questions: the classifier's ranking, the conversation's area, and the calibrated confidence. */
export function createJudge({ classifier, calibration, areas, areaOf }: JudgeDependencies): Judge {
  return (question, context) => {
    const ranking = classifier.rank(question);
    const words = ranking.reading.words;
    const named = areas.read(words);
    const area = named ?? context?.area;
    const weighed = named === undefined && area !== undefined ? preferArea(ranking, area, areaOf) : ranking;
    const signals = readSignals(weighed);
    const followsUp = context !== undefined && words.length <= LONGEST_FOLLOW_UP;
    const scope = shift(probability(calibration.scope, signals), followsUp ? CONTEXT_SCOPE : 0);
    const best = shift(probability(calibration.topic, signals), followsUp ? CONTEXT_TOPIC : 0);
    return { topics: scoreTopics(weighed, best), scope, words, ...(area !== undefined && { area }) };
  };
}

/** Keeps the order of the beliefs; the best topic gets the calibrated probability, the others their share of the rest. */
function scoreTopics({ ranked }: Ranking, best: number): Scored[] {
  const topics = ranked.filter(({ label }) => !label.startsWith(OUT_OF_SCOPE));
  const others = topics.slice(1).reduce((sum, { belief }) => sum + belief, 0) || 1;
  return topics.map(({ label, belief }, i) => ({
    topic: label,
    score: i === 0 ? best : Math.min(best, ((1 - best) * belief) / others),
  }));
}

function preferArea(ranking: Ranking, area: Area, areaOf: (topic: string) => Area | undefined): Ranking {
  const ranked = ranking.ranked
    .map(({ label, belief }) => {
      const other = areaOf(label);
      return { label, belief: other !== undefined && other !== area ? belief * OTHER_AREA : belief };
    })
    .sort((a, b) => b.belief - a.belief);
  return { ...ranking, ranked };
}

function shift(chance: number, logOdds: number): number {
  return logOdds === 0 ? chance : 1 / (1 + Math.exp(-(Math.log(chance / (1 - chance)) + logOdds)));
}
