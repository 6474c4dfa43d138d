import type { Eligibility, EligibilityItem } from '../knowledge/schema/eligibility-shape';
import type { Answer, Given } from './answer';
import { answerTo, askedItems, ruled } from './asked-items';

/** An answer that led to the outcome. */
export interface Finding {
  readonly item: EligibilityItem;
  readonly answer: Answer;
  readonly verdict: 'caution' | 'stop';
}

/**
 * What the answers lead to. Nobody is ever found eligible: `nothing-found` only says that no answer stands in the way.
 * `findings` are in the order of the questions; `manyUnsure` when the limit of answers "not sure" was reached.
 */
export interface Outcome {
  readonly kind: 'nothing-found' | 'talk-first' | 'stop';
  readonly findings: readonly Finding[];
  readonly manyUnsure: boolean;
}

/**
 * Any stop leads to stop; otherwise any caution, or too many answers "not sure", to talk first; otherwise nothing was
 * found. A question without an answer counts as not sure: silence is never taken for "no".
 */
export function assessEligibility(given: readonly Given[], rules: Eligibility): Outcome {
  const answers = askedItems(rules, given).map(({ item }) => ({
    item,
    answer: answerTo(item.id, given) ?? ('skipped' as const),
  }));
  const findings = answers.flatMap(({ item, answer }): Finding[] => {
    const verdict = item.answers[ruled(answer)];
    return verdict === 'ok' ? [] : [{ item, answer, verdict }];
  });
  const manyUnsure = answers.filter(({ answer }) => ruled(answer) === 'unsure').length >= rules.limits.unsure;
  if (findings.some(({ verdict }) => verdict === 'stop')) return { kind: 'stop', findings, manyUnsure };
  if (findings.length > 0 || manyUnsure) return { kind: 'talk-first', findings, manyUnsure };
  return { kind: 'nothing-found', findings, manyUnsure };
}
