import type { Eligibility } from '../knowledge/schema/eligibility-shape';
import type { Given } from './answer';
import { nextUnanswered } from './asked-items';

/** Answers without the one to this item and the one to its follow-up, which belongs to it. */
export function withoutAnswer(rules: Eligibility, given: readonly Given[], item: string): Given[] {
  const followUp = followUpOf(rules, item);
  return given.filter((each) => each.item !== item && each.item !== followUp);
}

/** Answers with a new one to this item, and to its follow-up when the reply told that too. */
export function withAnswer(
  rules: Eligibility,
  given: readonly Given[],
  { item, answer }: Given,
  told: Given['answer'] | undefined,
): Given[] {
  const rest = [...withoutAnswer(rules, given, item), { item, answer }];
  const followUp = followUpOf(rules, item);
  return followUp === undefined || told === undefined ? rest : [...rest, { item: followUp, answer: told }];
}

/** The step after these answers: the first item without one, or the summary. */
export function nextStep(rules: Eligibility, given: readonly Given[]): string {
  return nextUnanswered(rules, given)?.item.id ?? 'summary';
}

function followUpOf(rules: Eligibility, item: string): string | undefined {
  return rules.questions.find(({ id }) => id === item)?.followUp?.id;
}
