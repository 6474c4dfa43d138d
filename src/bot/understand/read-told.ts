import type { Facts } from '../../knowledge/schema/facts';
import type { Match } from '../../matching/match';
import type { Reading } from '../../reading/reading';
import { gravest, NOTHING_TOLD, toldInPassing, type Told, topicMeant } from '../memory/told';

/** Something told, or asked about what was told. */
export interface ToldUnderstanding {
  readonly kind: 'told';
  /** The topic that answers it. */
  readonly topic: string;
  /** False when it was told or asked before, and this asks about it. */
  readonly isNew: boolean;
  readonly reading: Reading;
}

/** Only what a person does not have, and no question of its own: "I am not pregnant and take nothing". */
export interface DeniedUnderstanding {
  readonly kind: 'denied';
  readonly reading: Reading;
}

/**
 * Reads a message as one about what was told, in it or before. A message that tells a condition and asks nothing else, or
 * nothing that is known here, is about that condition; one without a subject of its own about the condition told before.
 * Undefined for any other. `match`: what the matcher makes of it, asked only where that matters.
 */
export function readTold(
  reading: Reading,
  told: Told | undefined,
  match: () => Match,
  facts: Facts,
): ToldUnderstanding | DeniedUnderstanding | undefined {
  const telling = gravest(reading.facts.told, facts);
  const isAbout = (topic: string, isNew: boolean): ToldUnderstanding => ({ kind: 'told', topic, isNew, reading });
  if (telling !== undefined) {
    if (asksForCheck(match(), reading, facts)) return undefined;
    const isAll = reading.followUp !== undefined || !answersOtherwise(match(), telling.topic);
    return isAll ? isAbout(telling.topic, true) : undefined;
  }
  const passing = toldInPassing(reading.facts, facts);
  if (passing !== undefined && isWholeMessage(reading, match(), passing)) return isAbout(passing, true);
  if (reading.facts.denied.length > 0) return reading.followUp === undefined ? undefined : { kind: 'denied', reading };
  if (reading.facts.isStatement && reading.followUp === 'short') return undefined;
  const topic = topicMeant(told ?? NOTHING_TOLD, reading.followUp, facts);
  if (topic === undefined) return undefined;
  const another = namedBeside(topic, reading, facts);
  if (another !== undefined) return isAbout(another, true);
  const matched = match();
  return wantsSomebody(matched) || speaksOfAnother(matched, topic, reading) ? undefined : isAbout(topic, false);
}

/** What is told in passing is the message where the matcher is sure of nothing else and no other subject is named. */
function isWholeMessage({ followUp, facts: { isStatement } }: Reading, match: Match, topic: string): boolean {
  if (followUp !== undefined) return match.kind === 'unsure' || match.kind === 'unknown';
  return isStatement && !answersOtherwise(match, topic);
}

/** "And the blood pressure?" after diabetes was told: the gravest other condition named. */
function namedBeside(topic: string, { facts: { named } }: Reading, { facts }: Facts): string | undefined {
  const topics = facts.flatMap((fact) => (named.includes(fact.id) && fact.topic !== undefined ? [fact.topic] : []));
  return topics.includes(topic) ? undefined : topics[0];
}

/** Shorter messages name no subject of their own, whatever they look like, but for what names the treatment. */
const FEWEST_WORDS = 5;
/** Least probability that another topic is meant. */
const PLAINLY_ANOTHER = 0.9;

/** "And if I stop, does the hair fall again?" is no follow-up to what was told, though it names nothing known. */
function speaksOfAnother(match: Match, topic: string, { clauses, followUp }: Reading): boolean {
  if (match.kind !== 'sure' || followUp === 'judging') return false;
  const words = clauses.reduce((sum, clause) => sum + clause.words.length, 0);
  const isPlainly = followUp === 'naming' || (words >= FEWEST_WORDS && match.score >= PLAINLY_ANOTHER);
  return isPlainly && !match.topics.some((asked) => asked.topic === topic);
}

/** One condition has an answer of its own; with "does it suit me?" a list of them asks for the check. */
const SEVERAL = 2;

/** Whether somebody lists conditions and asks, of nothing else, whether the treatment suits. */
export function asksForCheck(match: Match, reading: Reading, { facts }: Facts): boolean {
  const { told } = reading.facts;
  const conditions = facts.filter(({ id, topic }) => topic !== undefined && told.some((fact) => fact.id === id));
  const isList = conditions.length >= SEVERAL && reading.followUp === 'judging';
  if (isList && (match.kind === 'unsure' || match.kind === 'unknown')) return true;
  if (told.length < SEVERAL || (match.kind !== 'wish' && match.kind !== 'sure') || match.wish !== 'check') return false;
  const known = new Set(facts.filter(({ id }) => told.some((fact) => fact.id === id)).map(({ topic }) => topic));
  return match.kind === 'wish' || match.topics.every(({ topic }) => known.has(topic));
}

/** "I want to talk to the doctor" is about no condition, however short it is. */
function wantsSomebody(match: Match): boolean {
  return match.kind === 'wish' && (match.wish === 'person' || match.wish === 'complaint');
}

/** Whether the matcher knows of something else that was asked. */
function answersOtherwise(match: Match, topic: string): boolean {
  switch (match.kind) {
    case 'sure':
      return !match.topics.some((asked) => asked.topic === topic) || match.topics.length > 1;
    case 'unsure':
      return !match.topics.some((offered) => offered.topic === topic);
    case 'wish':
      return match.wish !== 'more';
    case 'unknown':
      return false;
    default:
      return match satisfies never;
  }
}
