import type { Eligibility } from '../knowledge/schema/eligibility-shape';
import type { Given } from './answer';
import { ruled } from './asked-items';
import type { Turned } from './check-state';
import { ended } from './turns';

/** The end of a check that one of these answers ends at once, whoever asks further; undefined when none does. */
export function endEarly(given: readonly Given[], rules: Eligibility): Turned | undefined {
  for (const { item, answer } of given) {
    const text = rules.questions.find(({ id }) => id === item)?.ends?.[ruled(answer)];
    if (text !== undefined) return ended({ kind: 'finished', outcome: 'stop', reasons: [{ item, answer }] }, text);
  }
  return undefined;
}
