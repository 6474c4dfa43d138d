import { WAW } from '../text/letters';
import { normalize } from '../text/normalize';
import type { Judge, Judgement } from './judge';
import { probability, type Logistic, type Signals } from '../learning/logistic';
import type { Scored } from './match';
import type { PairSignal } from './pair-signals';
import { splitQuestion, type Split } from './split-question';

/** A message cut in two, each half with its best topic. */
export interface Pair {
  readonly split: Split;
  readonly topics: readonly [Scored, Scored];
  readonly halves: readonly [Judgement, Judgement];
  readonly signals: Signals<PairSignal>;
}

export interface PairDependencies {
  /** Weighs a half as if it stood alone. */
  readonly judge: Judge;
  /** Whether a normalized word asks something ("how much", "when"). */
  readonly isAsker: (word: string) => boolean;
}

const QUESTION_MARK = /[?\u061F]$/;
/** Punctuation that parts two keywords or two clauses. */
const CLAUSE_END = /[!.;,+/|\u060C\u061B\n]$/;
/** Keeps logarithms finite. */
const SMALLEST = 1e-4;

/** The ways to read a message as two questions on different topics. */
export function readPairs(question: string, whole: Judgement, { judge, isAsker }: PairDependencies): Pair[] {
  return splitQuestion(question, isAsker).flatMap((split) => {
    const halves = [judge(split.first), judge(split.second)] as const;
    const [first, second] = [halves[0].topics[0], halves[1].topics[0]];
    if (first === undefined || second === undefined || first.topic === second.topic) return [];
    const topics = [first, second] as const;
    return [{ split, topics, halves, signals: readSignals(split, whole, halves, topics, isAsker) }];
  });
}

/** The likeliest way to read a message as two questions, with its probability. */
export function likeliestPair(
  pairs: readonly Pair[],
  calibration: Logistic<PairSignal>,
): { readonly pair: Pair; readonly score: number } | undefined {
  let best: { readonly pair: Pair; readonly score: number } | undefined;
  for (const pair of pairs) {
    const score = probability(calibration, pair.signals);
    if (score > (best?.score ?? 0)) best = { pair, score };
  }
  return best;
}

function readSignals(
  split: Split,
  whole: Judgement,
  [first, second]: Pair['halves'],
  [one, other]: Pair['topics'],
  isAsker: PairDependencies['isAsker'],
): Signals<PairSignal> {
  const bestOfWhole = whole.topics[0]?.topic;
  const inWhole = [one, other].map(({ topic }) => whole.beliefs.get(topic) ?? 0);
  const [firstAsks, secondAsks] = [asks(first, isAsker), asks(second, isAsker)];
  return {
    surerHalf: Math.max(logOdds(one.score), logOdds(other.score)),
    lessSureHalf: Math.min(logOdds(one.score), logOdds(other.score)),
    holdsBestOfWhole: one.topic === bestOfWhole || other.topic === bestOfWhole ? 1 : 0,
    rarerInWhole: Math.log(Math.min(...inWhole) + SMALLEST),
    bestOfWhole: Math.log((bestOfWhole === undefined ? 0 : (whole.beliefs.get(bestOfWhole) ?? 0)) + SMALLEST),
    leadOfSecond: Math.log((other.score + SMALLEST) / ((second.topics[1]?.score ?? 0) + SMALLEST)),
    firstAsks,
    secondAsks,
    bothAsk: firstAsks * secondAsks,
    secondBeginsWithAnd: normalize(split.second).startsWith(WAW) ? 1 : 0,
    firstEndsWithQuestionMark: QUESTION_MARK.test(split.first) ? 1 : 0,
    oneWord: Math.min(first.words.length, second.words.length) < 2 ? 1 : 0,
    lessInScope: Math.min(logOdds(first.scope), logOdds(second.scope)),
    shorterHalf: Math.log(Math.min(first.words.length, second.words.length) + 1),
    secondEndsWithQuestionMark: QUESTION_MARK.test(split.second) ? 1 : 0,
    firstEndsClause: CLAUSE_END.test(split.first) ? 1 : 0,
  };
}

function asks({ words }: Judgement, isAsker: (word: string) => boolean): number {
  return words.some((word) => isAsker(word) || (word.startsWith(WAW) && isAsker(word.slice(1)))) ? 1 : 0;
}

function logOdds(chance: number): number {
  return Math.log((chance + SMALLEST) / (1 - chance + SMALLEST));
}
