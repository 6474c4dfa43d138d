import { findCombinations, type Combination } from './combinations';
import type { CompiledRules, Sign, When } from './compile-rules';
import { isCalmed } from './is-calmed';
import { inOneClause, spansOf, type Message } from './message';
import { distance, whole, type Span } from './span';

/** What the rules say of a message. */
export interface Signs {
  /** The signs that are there, neither excused nor calmed by a circumstance, and where; the gravest first. */
  readonly present: readonly { readonly sign: Sign; readonly at: Span }[];
  /** Signs that are only asked about, denied, remembered: where, and the number of the circumstance. */
  readonly calmed: readonly { readonly by: number; readonly at: Span }[];
}

/** Looks for every sign of the rules. */
export function findSigns(message: Message, { signs }: CompiledRules): Signs {
  const present: { sign: Sign; at: Span }[] = [];
  const calmed: { by: number; at: Span }[] = [];
  for (const sign of signs) {
    for (const when of sign.when) {
      for (const combination of findCombinations(message, when)) {
        if (isExcused(message, combination, when)) continue;
        const calming = when.calmings.find((each) => isCalmed(message, combination, each));
        const at = whole(combination);
        if (calming === undefined) present.push({ sign, at });
        else calmed.push({ by: calming.number, at });
      }
    }
  }
  return { present, calmed };
}

function isExcused(message: Message, combination: Combination, { unless, unlessWithin }: When): boolean {
  const sign = whole(combination);
  return unless.some((concept) =>
    spansOf(message, concept).some((span) => distance(span, sign) <= unlessWithin && inOneClause(message, span, sign)),
  );
}
