/** A question as far as grouping goes: its stems and the concepts in it. */
export interface Meaning {
  readonly stems: readonly string[];
  readonly concepts: readonly string[];
}

/**
 * Least likeness (cosine over tf-idf) to the middle of a group. On 981 held-out questions of 66 topics 0.30 makes 333 lines,
 * 83 % of the questions in groups that are 90 % of one topic; 0.40 makes 515 lines of 94 %.
 */
const LEAST_LIKENESS = 0.3;

type Features = ReadonlyMap<string, number>;

/**
 * Groups questions that mean the same: each goes to the group whose middle it is likest to, or begins its own. Pure; the
 * order decides, so the questions asked most should come first.
 *
 * @returns positions of the given list, group by group
 */
export function groupByMeaning(meanings: readonly Meaning[]): number[][] {
  const vectors = weigh(meanings);
  const groups: { readonly members: number[]; readonly middle: Map<string, number> }[] = [];
  /** Feature → groups that have it: only they can be near. */
  const having = new Map<string, Set<number>>();
  vectors.forEach((vector, at) => {
    const near = nearestGroup(vector, groups, having);
    const index = near ?? groups.push({ members: [], middle: new Map() }) - 1;
    const group = groups[index];
    group?.members.push(at);
    for (const [feature, weight] of vector) {
      group?.middle.set(feature, (group.middle.get(feature) ?? 0) + weight);
      having.set(feature, (having.get(feature) ?? new Set()).add(index));
    }
  });
  return groups.map(({ members }) => members);
}

/** How alike two questions are, 0 to 1, by words and concepts alone. */
export function likeness(one: Meaning, other: Meaning): number {
  const [a, b] = weigh([one, other]);
  return a === undefined || b === undefined ? 0 : dot(a, b);
}

function nearestGroup(
  vector: Features,
  groups: readonly { readonly middle: ReadonlyMap<string, number> }[],
  having: ReadonlyMap<string, ReadonlySet<number>>,
): number | undefined {
  const candidates = new Set([...vector.keys()].flatMap((feature) => [...(having.get(feature) ?? [])]));
  let best: number | undefined;
  let highest = LEAST_LIKENESS;
  for (const index of candidates) {
    const middle = groups[index]?.middle ?? new Map<string, number>();
    const value = dot(vector, middle) / (lengthOf(middle) || 1);
    if (value >= highest) [best, highest] = [index, value];
  }
  return best;
}

/** tf-idf, each of length one. */
function weigh(meanings: readonly Meaning[]): Features[] {
  const bags = meanings.map(({ stems, concepts }) => new Set([...stems, ...concepts.map((name) => `#${name}`)]));
  const counts = new Map<string, number>();
  for (const bag of bags) for (const feature of bag) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return bags.map((bag) => {
    const weights = new Map([...bag].map((name) => [name, Math.log1p(bags.length / (counts.get(name) ?? 1))]));
    const length = lengthOf(weights) || 1;
    return new Map([...weights].map(([name, weight]) => [name, weight / length]));
  });
}

const lengthOf = (vector: Features): number =>
  Math.sqrt([...vector.values()].reduce((sum, value) => sum + value ** 2, 0));

function dot(one: Features, other: Features): number {
  let sum = 0;
  for (const [feature, weight] of one) sum += weight * (other.get(feature) ?? 0);
  return sum;
}
