import type { KeptOutcome } from '../../eligibility/check-state';
import type { Facts } from '../../knowledge/schema/facts';
import type { Fact, FactsRead } from '../../reading/facts/fact';
import type { FollowUp } from '../../reading/facts/create-follow-up-reader';

/** What a person told in this conversation, and what the talk is about because of it. Health data: kept as long as the check's answers. */
export interface Told {
  /** The newest last; of one kind the newest only. */
  readonly facts: readonly Fact[];
  /** The topic of what was last spoken of: a message without a subject of its own is about it. */
  readonly focus?: string | undefined;
  /** What the last check came to, and the answers that led there. */
  readonly outcome?: KeptOutcome | undefined;
}

export const NOTHING_TOLD: Told = { facts: [] };

/** A fact with what is to be said about it. */
export type Condition = Facts['facts'][number] & { readonly topic: string; readonly caution: string };

/** What was told, after a message: the new is added, what it denies goes, and of two ages of one person the later holds. */
export function rememberTold(told: Told, { told: added, denied }: FactsRead, facts: Facts): Told {
  const gone = new Set(denied.flatMap((id) => [id, ...(facts.facts.find((fact) => fact.id === id)?.takesBack ?? [])]));
  for (const { id } of added) {
    gone.add(id);
    if (id === facts.age.minor) gone.add(facts.age.adult);
    if (id === facts.age.adult) gone.add(facts.age.minor);
  }
  const kept = [...told.facts.filter(({ id }) => !gone.has(id)), ...added];
  const newest = gravest(added, facts);
  const isGone = denied.some((id) => findCondition(id, facts)?.topic === told.focus);
  return { ...told, facts: kept, focus: newest?.topic ?? (isGone ? undefined : told.focus) };
}

/** The gravest of the facts that have something to be said about: the content's order. */
export function gravest(told: readonly Fact[], facts: Facts): Condition | undefined {
  return conditionsTold(told, facts)[0];
}

/** The facts that have something to be said about, the gravest first. */
export function conditionsTold(told: readonly Fact[], { facts }: Facts): readonly Condition[] {
  return facts.filter((fact): fact is Condition => isCondition(fact) && told.some(({ id }) => id === fact.id));
}

/** The topic a message without a subject of its own is about; undefined when there is none. */
export function topicMeant(told: Told, followUp: FollowUp | undefined, facts: Facts): string | undefined {
  if (followUp === undefined || told.focus !== undefined) return followUp && told.focus;
  // The talk has gone on to something else: only "may I?" goes back to what was told.
  return followUp === 'judging' ? gravest(told.facts, facts)?.topic : undefined;
}

/** What must be said about a topic to this person, because of what they told; undefined: nothing in particular. */
export function cautionAbout(topic: string, told: Told, facts: Facts): string | undefined {
  const about = facts.facts.filter(isCondition).filter((condition) => condition.topic === topic);
  return about.find(({ id }) => told.facts.some((fact) => fact.id === id))?.caution;
}

/**
 * What is answered about a topic in place of its own text: where all that a message tells or names of it has an answer of its
 * own, the gravest one's.
 */
export function answerAbout(topic: string, { told, named }: FactsRead, facts: Facts): string | undefined {
  const isTold = (id: string): boolean => told.some((fact) => fact.id === id);
  const about = facts.facts.filter(
    ({ id, topic: own, answersWhen }) =>
      own === topic && (isTold(id) || (answersWhen === 'named' && named.includes(id))),
  );
  return about.every(({ answer }) => answer !== undefined) ? about[0]?.answer : undefined;
}

/** The topic of what is told in passing: it has an answer, and nothing that must be said later. */
export function toldInPassing({ told }: FactsRead, { facts }: Facts): string | undefined {
  return facts.find(
    ({ id, answer, caution }) => answer !== undefined && caution === undefined && told.some((fact) => fact.id === id),
  )?.topic;
}

/** Whether a topic is about a condition that people tell of themselves. */
export function isAboutCondition(topic: string, { facts, followUps }: Facts): boolean {
  return followUps.topics.includes(topic) || facts.some((fact) => fact.topic === topic);
}

/** A fact that has something to be said about. */
function findCondition(id: string, { facts }: Facts): Condition | undefined {
  return facts.find((fact): fact is Condition => fact.id === id && isCondition(fact));
}

/** The talk after an answer: about a condition when that was its topic, else about nothing that stays. */
export function refocus(told: Told, topics: readonly { readonly id: string }[], facts: Facts): Told {
  const own = facts.facts
    .filter(({ id }) => told.facts.some((fact) => fact.id === id))
    .flatMap(({ topic }) => topic ?? []);
  const staying = new Set([...own, ...facts.followUps.topics]);
  return { ...told, focus: topics.find(({ id }) => staying.has(id))?.id };
}

/** The most cautions before an answer: more are not read. */
const MOST_CAUTIONS = 2;

/** What must be said before an answer about these topics, the gravest first. */
export function cautionsBefore(
  topics: readonly { readonly id: string; readonly category: string }[],
  told: Told,
  { facts, session, silentCategories }: Facts,
): string[] {
  const answered = new Set(topics.map(({ id }) => id));
  const days = told.facts.find(({ id }) => id === session.id)?.days ?? 0;
  return facts
    .filter(({ id, topic, caution, only }) => {
      if (caution === undefined || !told.facts.some((fact) => fact.id === id)) return false;
      if (topic !== undefined && answered.has(topic)) return false;
      if (id === session.id && days < session.from) return false;
      return topics.some(
        ({ category }) => (only ?? [category]).includes(category) && !silentCategories.includes(category),
      );
    })
    .flatMap(({ caution }) => caution ?? [])
    .filter((caution, at, all) => all.indexOf(caution) === at)
    .slice(0, MOST_CAUTIONS);
}

function isCondition(fact: Facts['facts'][number]): fact is Condition {
  return fact.topic !== undefined && fact.caution !== undefined;
}
