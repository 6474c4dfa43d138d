import { findCombinations, type Combination } from './combinations';
import type { When } from './compile-rules';
import { isCalmed } from './is-calmed';
import { inOneClause, spansOf, type Message } from './message';
import { distance, whole, type Span } from './span';

/** Where the concepts of a rule stand together in the message, neither excused nor calmed by a circumstance. */
export function findPresent(message: Message, when: When): Span | undefined {
  const found = findCombinations(message, when).find(
    (combination) =>
      !isExcused(message, combination, when) &&
      !when.calmings.some((calming) => isCalmed(message, combination, calming)),
  );
  return found && whole(found);
}

function isExcused(message: Message, combination: Combination, { unless, unlessWithin }: When): boolean {
  const sign = whole(combination);
  return unless.some((concept) =>
    spansOf(message, concept).some((span) => distance(span, sign) <= unlessWithin && inOneClause(message, span, sign)),
  );
}
