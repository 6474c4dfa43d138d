import type { Given } from '../../eligibility/answer';
import type { Facts } from '../../knowledge/schema/facts';
import type { FactsRead } from '../../reading/facts/fact';

/** What a message answers in the eligibility check: of two facts for one question the graver is heard. */
export function toldAnswers({ told }: Pick<FactsRead, 'told'>, { facts }: Facts): Given[] {
  const given = new Map<string, Given>();
  for (const { id, check } of facts) {
    if (check === undefined || !told.some((fact) => fact.id === id) || given.has(check.item)) continue;
    given.set(check.item, check);
  }
  return [...given.values()];
}

/** What a message takes back: "I am not pregnant". Only the first fact of a question speaks for the whole of it. */
export function takenBack({ told, denied }: FactsRead, facts: Facts): Given[] {
  const answered = new Set(toldAnswers({ told }, facts).map(({ item }) => item));
  const firsts = facts.facts.filter(
    ({ check }, at) => check !== undefined && facts.facts.findIndex((other) => other.check?.item === check.item) === at,
  );
  return firsts.flatMap(({ id, check }) =>
    check !== undefined && denied.includes(id) && !answered.has(check.item)
      ? [{ item: check.item, answer: 'no' as const }]
      : [],
  );
}
