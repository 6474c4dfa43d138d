import type { Signals } from '../learning/logistic';
import { isAsked, OUT_OF_SCOPE, TOLD } from './labels';
import type { Weighed } from './weigh-labels';

/** What the confidence in the best label of a message is judged by. */
const CONFIDENCE_SIGNALS = [
  'share',
  'lead',
  'expected',
  'belief',
  'whole',
  'wholeLead',
  'secondExpected',
  'secondBelief',
  'allExpected',
  'strayExpected',
  'strayWhole',
  'toldExpected',
  'toldWhole',
  'scopeOdds',
  'energy',
  'knownShare',
  'length',
  'stretchLength',
  'beliefByLength',
  'clause',
  'clauseLead',
  'asking',
  'clauses',
] as const;
/** … of a message that stands alone, for the examples nearest to it: to a short one that follows another all are far. */
const NEAR_SIGNALS = ['near', 'nearLead', 'nearStray'] as const;
export const ALONE_SIGNALS = [...CONFIDENCE_SIGNALS, ...NEAR_SIGNALS] as const;
export type AloneSignal = (typeof ALONE_SIGNALS)[number];

/** … and in the best label of a short message that follows another. */
export const FOLLOW_UP_SIGNALS = [...CONFIDENCE_SIGNALS, 'factor', 'again'] as const;
export type FollowUpSignal = (typeof FOLLOW_UP_SIGNALS)[number];

/** A message weighed. */
export interface WeighedMessage {
  /** All labels, best first. */
  readonly weighed: readonly Weighed[];
  /** Logarithm of the sum of all labels' raw scores: low for what is like nothing that was learnt. */
  readonly energy: number;
  /** Share of the features that some example has, 0 to 1. */
  readonly knownShare: number;
  readonly words: number;
  /** How many of its clauses ask. */
  readonly clauses: number;
  /** Share of the words from `start` to before `end` that stand in a clause that asks. */
  readonly shareAsking: (start: number, end: number) => number;
  /** The topic of the conversation, where the message is short enough to be about it. */
  readonly about?: string;
}

/**
 * Reads the signals: how much the best label leads, as a whole and in its stretch, how much speaks for other labels and for
 * what is out of scope or only told, whether the nearest examples agree, how strongly the message speaks for any label at all, how much of it was ever seen,
 * and its length; in a short message of a conversation, how near the best label is to what was talked of. Energy and known share tell what is foreign, which shares of belief cannot.
 */
export function readConfidence({
  weighed,
  energy,
  knownShare,
  words,
  clauses,
  shareAsking,
  about,
}: WeighedMessage): Signals<FollowUpSignal | AloneSignal> {
  const asked = weighed.filter(({ label }) => isAsked(label));
  const told = weighed.filter(({ label }) => label.startsWith(TOLD));
  const stray = weighed.filter(({ label }) => label.startsWith(OUT_OF_SCOPE));
  const [best = NOTHING, second = NOTHING] = asked;
  const otherWhole = Math.max(0, ...asked.map(({ label, whole }) => (label === best.label ? 0 : whole)));
  const beliefOdds = logOdds(best.belief);
  return {
    share: logOdds(best.share),
    lead: logRatio(best.share, second.share),
    expected: logOdds(best.expected),
    belief: beliefOdds,
    whole: log(best.whole),
    wholeLead: logRatio(best.whole, otherWhole),
    secondExpected: log(second.expected),
    secondBelief: logOdds(second.belief),
    allExpected: log(sum(asked.map(({ expected }) => heard(expected)))),
    strayExpected: log(sum(stray.map(({ expected }) => heard(expected)))),
    strayWhole: log(Math.max(0, ...stray.map(({ whole }) => whole))),
    toldExpected: log(sum(told.map(({ expected }) => heard(expected)))),
    toldWhole: log(sum(told.map(({ whole }) => whole))),
    scopeOdds: logRatio(sum(asked.map(({ whole }) => whole)), sum(stray.map(({ whole }) => whole))),
    energy,
    knownShare,
    length: Math.log(words + 1),
    stretchLength: Math.log(best.end - best.start + 1),
    beliefByLength: beliefOdds * Math.log(words + 1),
    clause: logOdds(best.clause),
    clauseLead: logRatio(
      best.clause,
      Math.max(0, ...asked.map(({ label, clause }) => (label === best.label ? 0 : clause))),
    ),
    asking: shareAsking(best.start, best.end),
    clauses: Math.log(clauses + 1),
    near: logOdds(best.near),
    nearLead: logRatio(best.near, Math.max(0, ...asked.map(({ label, near }) => (label === best.label ? 0 : near)))),
    nearStray: log(sum(stray.map(({ near }) => near))),
    factor: log(best.factor),
    again: best.label === about ? 1 : 0,
  };
}

/** What tells that a label is asked beside the best one. */
export const FURTHER_SIGNALS = [
  'expected',
  'belief',
  'whole',
  'wholeLead',
  'bestExpected',
  'bestBelief',
  'bestWhole',
  'overlap',
  'stretchLength',
  'length',
  'expectedByLength',
  'beliefByLength',
  'asks',
  'strayExpected',
  'energy',
  'clause',
  'clauseByLength',
  'asking',
  'clauses',
  'bestAsking',
  'expectedByAsking',
  'lead',
  'rival',
  'rivalOverlap',
] as const;
export type FurtherSignal = (typeof FURTHER_SIGNALS)[number];

/** Reads those signals for one label. `asks`: its stretch holds a word that asks. */
export function readFurther(
  { weighed, energy, words, clauses, shareAsking }: WeighedMessage,
  label: Weighed,
  asks: boolean,
): Signals<FurtherSignal> {
  const best = weighed.find((each) => isAsked(each.label)) ?? NOTHING;
  const stray = weighed.filter((each) => !isAsked(each.label));
  const others = weighed.filter((each) => each.label !== label.label && isAsked(each.label));
  const shared = Math.min(best.end, label.end) - Math.max(best.start, label.start);
  const length = Math.log(words + 1);
  const [expected, belief] = [logOdds(label.expected), logOdds(label.belief)];
  return {
    expected,
    belief,
    whole: log(label.whole),
    wholeLead: logRatio(label.whole, Math.max(0, ...others.map(({ whole }) => whole))),
    bestExpected: logOdds(best.expected),
    bestBelief: logOdds(best.belief),
    bestWhole: log(best.whole),
    overlap: Math.max(0, shared) / Math.max(1, label.end - label.start),
    stretchLength: Math.log(label.end - label.start + 1),
    length,
    expectedByLength: expected * length,
    beliefByLength: belief * length,
    asks: asks ? 1 : 0,
    strayExpected: log(sum(stray.map((each) => heard(each.expected)))),
    energy,
    clause: logOdds(label.clause),
    clauseByLength: logOdds(label.clause) * length,
    asking: shareAsking(label.start, label.end),
    clauses: Math.log(clauses + 1),
    bestAsking: shareAsking(best.start, best.end),
    expectedByAsking: expected * shareAsking(label.start, label.end),
    lead: logRatio(label.share, best.share),
    ...readRival(label, others),
  };
}

/** The label that speaks loudest for the same words: two that share them are mostly one question, of which one is meant. */
function readRival(label: Weighed, others: readonly Weighed[]): Signals<'rival' | 'rivalOverlap'> {
  let [rival, rivalOverlap] = [0, 0];
  for (const other of others) {
    const shared = Math.min(other.end, label.end) - Math.max(other.start, label.start);
    if (shared <= 0 || other.expected < LEAST_HEARD) continue;
    const overlap = shared / Math.max(1, Math.min(other.end - other.start, label.end - label.start));
    const louder = overlap * logRatio(other.expected, label.expected);
    if (louder > rival) [rival, rivalOverlap] = [louder, overlap];
  }
  return { rival, rivalOverlap };
}

const NOTHING: Weighed = {
  label: '',
  factor: 1,
  whole: 0,
  clause: 0,
  near: 0,
  expected: 0,
  belief: 0,
  start: 0,
  end: 0,
  share: 0,
};
/** Keeps logarithms finite. */
const SMALLEST = 1e-3;
/** Less is expected of labels that no stretch speaks for. */
const LEAST_HEARD = 0.01;

const heard = (expected: number): number => (expected < LEAST_HEARD ? 0 : expected);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const log = (value: number): number => Math.log(Math.max(0, value) + SMALLEST);
const logRatio = (one: number, other: number): number => log(one) - log(other);
const logOdds = (chance: number): number => logRatio(Math.min(chance, 1), 1 - Math.min(chance, 1));
