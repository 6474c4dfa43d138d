import { findCombinations, type Combination } from './combinations';
import type { CompiledRules, Sign, When } from './compile-rules';
import { isCalmed } from './is-calmed';
import { inOneClause, spansOf, type Message } from './message';
import { distance, whole, type Span } from './span';

/** A place where the concepts of a rule stand together, and what the rules make of it. */
export interface FoundSign {
  readonly sign: Sign;
  /** The number of the combination. */
  readonly combination: number;
  readonly at: Span;
  /** `excused`: something else is meant; the number of a circumstance: only asked about, denied or remembered. */
  readonly standing: 'present' | 'excused' | number;
}

/** Looks for every sign of the rules, the gravest first. */
export function findSigns(message: Message, { signs }: CompiledRules): FoundSign[] {
  const found: FoundSign[] = [];
  for (const sign of signs) {
    for (const when of sign.when) {
      for (const combination of findCombinations(message, when)) {
        const standing = standingOf(message, combination, when);
        found.push({ sign, combination: when.number, at: whole(combination), standing });
      }
    }
  }
  return found;
}

function standingOf(message: Message, combination: Combination, when: When): FoundSign['standing'] {
  if (isExcused(message, combination, when)) return 'excused';
  return when.calmings.find((calming) => isCalmed(message, combination, calming))?.number ?? 'present';
}

function isExcused(message: Message, combination: Combination, { unless, unlessWithin }: When): boolean {
  const sign = whole(combination);
  return unless.some((concept) =>
    spansOf(message, concept).some((span) => distance(span, sign) <= unlessWithin && inOneClause(message, span, sign)),
  );
}
