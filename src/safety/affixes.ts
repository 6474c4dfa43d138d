import { normalize } from '../text/normalize';

/** What may be attached to a word in writing: particles and prefixes before it, pronouns and endings after it. */
export interface Affixes {
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

const SHORTEST_BASE = 2;

/** Layers of attached letters, in the order they are written; at most one of each layer is taken. */
export type Layers = readonly (readonly string[])[];

/** All that the layers can make together, from nothing to one of each, normalized. */
export function createAffixes(before: Layers, after: Layers): Affixes {
  return { before: combine(before), after: combine(after) };
}

function combine(layers: Layers): Set<string> {
  return new Set(
    layers.reduce<string[]>(
      (made, layer) => made.flatMap((start) => [start, ...layer.map((letters) => start + normalize(letters))]),
      [''],
    ),
  );
}

/** The ways of reading `word` as prefix + base + suffix: the bases, the word itself first. */
export function basesOf(word: string, { before, after }: Affixes): string[] {
  const bases: string[] = [];
  const ends: number[] = [];
  for (let end = word.length; end >= SHORTEST_BASE && word.length - end <= LONGEST; end -= 1)
    if (after.has(word.slice(end))) ends.push(end);
  for (let start = 0; start + SHORTEST_BASE <= word.length && start <= LONGEST; start += 1) {
    if (!before.has(word.slice(0, start))) continue;
    for (const end of ends) if (end - start >= SHORTEST_BASE) bases.push(word.slice(start, end));
  }
  return bases;
}

/** Longest prefix or suffix looked for, in letters. */
const LONGEST = 4;
