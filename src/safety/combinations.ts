import type { When } from './compile-rules';
import { spansOf, type Message } from './message';
import { overlap, whole, type Span } from './span';

/** One finding of each concept of a combination, in the order of the rule. */
export type Combination = readonly Span[];

/** Every way the concepts of a rule stand together, in any order, not sharing words, within so many words. */
export function findCombinations(message: Message, { all, within }: Pick<When, 'all' | 'within'>): Combination[] {
  for (const concept of all) if (spansOf(message, concept).length === 0) return [];
  let begun: Combination[] = [[]];
  for (const concept of all) {
    begun = begun.flatMap((combination) =>
      spansOf(message, concept)
        .filter((span) => !combination.some((taken) => overlap(taken, span)))
        .map((span) => [...combination, span])
        .filter((longer) => isWithin(longer, within)),
    );
  }
  return begun;
}

function isWithin(combination: Combination, within: number): boolean {
  const { start, end } = whole(combination);
  return combination.length === 1 || end - start <= within;
}
