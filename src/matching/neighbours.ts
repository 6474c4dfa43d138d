import type { FeatureSpace } from '../learning/kept-model';
import { likeliest } from '../learning/likeliest';
import type { RawFeatures } from './features';
import type { KnownFeatures } from './message-scorer';

/** The examples by their features, to find those that are likest to a message. Plain data. */
export interface Neighbours {
  /** The label of each example, by its number. */
  readonly labels: Uint16Array;
  /** Where the examples of a feature begin, by the feature's number in its space; one more than there are features. */
  readonly begins: Uint32Array;
  /** The examples that have each feature … */
  readonly examples: Uint32Array;
  /** … and what it weighs in them: each example has length 1. */
  readonly weights: Float32Array;
}

/** The nearest examples that are counted. */
const NEAREST = 15;
/** Less alike is not near, 0 to 1 (cosine). */
const LEAST_LIKENESS = 0.05;
/** Power of the likeness by which an example counts. */
const SHARPNESS = 3;

/** Lists the examples by their features. */
export function learnNeighbours(
  examples: readonly RawFeatures[],
  labels: readonly number[],
  space: FeatureSpace,
): Neighbours {
  const vectors = examples.map((raw) => toUnit(knownOf(raw, space), space));
  const begins = new Uint32Array(space.ids.size + 1);
  for (const { ids } of vectors) for (const id of ids) begins[id + 1] = (begins[id + 1] ?? 0) + 1;
  for (let id = 0; id < space.ids.size; id += 1) begins[id + 1] = (begins[id + 1] ?? 0) + (begins[id] ?? 0);
  const next = begins.slice();
  const having = new Uint32Array(begins[space.ids.size] ?? 0);
  const weights = new Float32Array(having.length);
  vectors.forEach(({ ids, values }, example) => {
    ids.forEach((id, at) => {
      const slot = next[id] ?? 0;
      having[slot] = example;
      weights[slot] = values[at] ?? 0;
      next[id] = slot + 1;
    });
  });
  return { labels: Uint16Array.from(labels), begins, examples: having, weights };
}

/**
 * Says how much the examples nearest to a message speak for each label: shares that sum to 1, or all 0. Goes through all
 * examples of all its features, some 20,000 for ten words: leaving out what cannot come near takes longer than that.
 */
export function createNeighbourReader(
  { labels, begins, examples, weights }: Neighbours,
  space: FeatureSpace,
  classes: number,
): (features: KnownFeatures) => Float64Array {
  const likeness = new Float64Array(labels.length);

  const addLikeness = (id: number, value: number): void => {
    const end = begins[id + 1] ?? 0;
    for (let slot = begins[id] ?? 0; slot < end; slot += 1) {
      const example = examples[slot] ?? 0;
      likeness[example] = (likeness[example] ?? 0) + value * (weights[slot] ?? 0);
    }
  };

  return (features) => {
    likeness.fill(0);
    const { ids, values } = toUnit(features, space);
    ids.forEach((id, at) => addLikeness(id, values[at] ?? 0));
    const shares = new Float64Array(classes);
    let total = 0;
    for (const example of likeliest(likeness, NEAREST, LEAST_LIKENESS)) {
      const share = (likeness[example] ?? 0) ** SHARPNESS;
      const label = labels[example] ?? 0;
      shares[label] = (shares[label] ?? 0) + share;
      total += share;
    }
    if (total > 0) for (let label = 0; label < classes; label += 1) shares[label] = (shares[label] ?? 0) / total;
    return shares;
  };
}

/** Features, each once, weighted by rarity and scaled to length 1. */
function toUnit(
  { ids, weights }: KnownFeatures,
  { rarity }: FeatureSpace,
): { readonly ids: readonly number[]; readonly values: readonly number[] } {
  const counted = new Map<number, number>();
  ids.forEach((id, at) => counted.set(id, (counted.get(id) ?? 0) + (weights[at] ?? 0) * (rarity[id] ?? 0)));
  const values = [...counted.values()];
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return { ids: [...counted.keys()], values: values.map((value) => value / length) };
}

/** The known ones of hashed features. */
function knownOf({ hashes, weights }: RawFeatures, { ids: index }: FeatureSpace): KnownFeatures {
  const known = hashes
    .map((hash, at) => ({ id: index.find(hash), weight: weights[at] ?? 0 }))
    .filter(({ id }) => id >= 0);
  return { ids: known.map(({ id }) => id), weights: known.map(({ weight }) => weight) };
}
