import { findCombinations, type Combination } from './combinations';
import type { When } from './compile-rules';
import { isCalmed } from './is-calmed';
import { inOneClause, spansOf, type Message } from './message';
import { distance, whole } from './span';

/** True when the concepts of a rule stand together in the message, and neither excuse nor circumstance calms them. */
export function isPresent(message: Message, when: When): boolean {
  return findCombinations(message, when).some(
    (combination) =>
      !isExcused(message, combination, when) &&
      !when.calmings.some((calming) => isCalmed(message, combination, calming)),
  );
}

function isExcused(message: Message, combination: Combination, { unless, unlessWithin }: When): boolean {
  const sign = whole(combination);
  return unless.some((concept) =>
    spansOf(message, concept).some((span) => distance(span, sign) <= unlessWithin && inOneClause(message, span, sign)),
  );
}
