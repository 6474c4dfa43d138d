import type { Knowledge } from '../../knowledge/knowledge';

/** Questions of the check whose answers can be signs themselves. */
const SIGNS = ['infection', 'skin-reactions'];
/** Steps through the lists, without a common divisor with their lengths: so that words meet in turn. */
const STRIDES = { manner: 7, person: 5, time: 3 } as const;
const ARABIC = /^\p{Script=Arabic}/u;

/**
 * What people tell of themselves and of others in calm, by facts.yaml: each illness and medicine after ways of saying that
 * it is had or taken. Having is no sign; whoever bleeds on a thinner says so besides.
 */
export function toldTalk({ facts, eligibility }: Pick<Knowledge, 'facts' | 'eligibility'>): string[] {
  const { grammar } = facts;
  const [have, take, whom, since] = [grammar.have, grammar.take, grammar.whom, grammar.regularly].map((words) =>
    words.filter((word) => ARABIC.test(word)),
  );
  const isMedicine = (item: string): boolean =>
    eligibility.questions.some(({ id, medicine, followUp }) => id === item && medicine && !followUp);
  const pick = (words: readonly string[] = [], at: number, stride: number): string =>
    words[(at * stride) % Math.max(1, words.length)] ?? '';
  let at = 0;
  return facts.facts.flatMap(({ names = [], check, caution }) => {
    // What is told in passing is no more than talk, and its names are many.
    if (check === undefined || caution === undefined || SIGNS.includes(check.item)) return [];
    return names.flatMap((name) => {
      at += 1;
      const told = `${pick(isMedicine(check.item) ? take : have, at, STRIDES.manner)} ${name}`;
      return [told, `${pick(whom, at, STRIDES.person)} ${told} ${pick(since, at, STRIDES.time)}`];
    });
  });
}
