import type { Span } from './concept-finder';
import { overlap, spansOf, type Message } from './message';

/** One finding of each concept of a combination, in the order of the rule. */
export type Combination = readonly Span[];

/** From the first word of a combination to the last. */
export function whole(combination: Combination): Span {
  return {
    start: Math.min(...combination.map(({ start }) => start)),
    end: Math.max(...combination.map(({ end }) => end)),
  };
}

/** Every way the concepts `all` stand together, in any order, not sharing words, within `within` words. */
export function findCombinations(message: Message, all: readonly string[], within: number): Combination[] {
  if (all.some((concept) => spansOf(message, concept).length === 0)) return [];
  return all.reduce<Combination[]>(
    (begun, concept) =>
      begun.flatMap((combination) =>
        spansOf(message, concept)
          .filter((span) => !combination.some((taken) => overlap(taken, span)))
          .map((span) => [...combination, span])
          .filter((longer) => isWithin(longer, within)),
      ),
    [[]],
  );
}

function isWithin(combination: Combination, within: number): boolean {
  const { start, end } = whole(combination);
  return end - start <= within || combination.length === 1;
}
