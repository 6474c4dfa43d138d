import { FNV_OFFSET, mixHash, mixText } from '../learning/fnv';
import { createHashIndex } from '../learning/hash-index';
import type { FeatureSpace } from '../learning/kept-model';
import type { FeatureVector } from '../learning/linear-model';
import type { Reading } from './reading';
import type { FeatureSettings } from './settings';

/** Features before rarity: the hash and the weight of each. */
export interface RawFeatures {
  readonly hashes: readonly number[];
  readonly weights: readonly number[];
}

const STEM = 1;
const CONCEPT = 2;
const PAIR = 3;
const GRAM = 4;
const BOUNDARY = 32;

/** Turns a reading into hashed features, each kind of evidence scaled to its own weight. */
export function extractFeatures(reading: Reading, settings: FeatureSettings): RawFeatures {
  const features = { hashes: [], weights: [] };
  const { stems, concepts, units } = reading;
  const pairs = units.slice(1).map((unit, i) => hashPair(units[i] ?? '', unit));
  addGroup(features, settings.stems, stems.map(hashStem));
  addGroup(features, settings.concepts, concepts.map(hashConcept));
  addGroup(features, settings.pairs, pairs);
  addGroup(features, settings.grams, hashGrams(reading, settings));
  return features;
}

/** The features that carry meaning, none of letters: each as often as it stands there, pairs weighing less. */
export function meaningFeatures({ stems, concepts, units }: Reading, settings: FeatureSettings): RawFeatures {
  const pairs = units.slice(1).map((unit, i) => hashPair(units[i] ?? '', unit));
  const hashes = [...stems.map(hashStem), ...concepts.map(hashConcept), ...pairs];
  const single = stems.length + concepts.length;
  return { hashes, weights: hashes.map((_hash, at) => (at < single ? 1 : settings.pairs)) };
}

/** The hashed letter groups of a word: as typed and, where that is another, as mended. */
export function gramsOf(typed: string, word: string, { shortestGram, longestGram }: FeatureSettings): number[] {
  const grams: number[] = [];
  addGrams(grams, typed, shortestGram, longestGram);
  if (word !== typed) addGrams(grams, word, shortestGram, longestGram);
  return grams;
}

/** The hashed feature of a stem, a concept, or two neighbouring meanings. */
export const hashStem = (stem: string): number => hashText(STEM, stem);
export const hashConcept = (concept: string): number => hashText(CONCEPT, concept);
export const hashPair = (unit: string, next: string): number => hashText(hashText(PAIR, unit), next);

/** The features seen in a set of examples. */
export function createFeatureSpace(examples: readonly RawFeatures[], settings: FeatureSettings): FeatureSpace {
  const documents = new Map<number, number>();
  for (const { hashes } of examples) {
    for (const hash of hashes) documents.set(hash, (documents.get(hash) ?? 0) + 1);
  }
  const rarity = Float32Array.from(
    documents.values(),
    (count) => Math.log1p(examples.length / count) ** settings.rarity,
  );
  return { ids: createHashIndex(Uint32Array.from(documents.keys())), rarity };
}

/** The known features of a question, weighted by rarity and scaled to one length. Unknown features are left out. */
export function toVector(raw: RawFeatures, space: FeatureSpace, settings: FeatureSettings): FeatureVector {
  const { hashes, weights } = raw;
  const ids = new Int32Array(hashes.length);
  const values = new Float32Array(hashes.length);
  let count = 0;
  let squares = 0;
  for (let at = 0; at < hashes.length; at += 1) {
    const id = space.ids.find(hashes[at] ?? 0);
    if (id < 0) continue;
    const value = (weights[at] ?? 0) * (space.rarity[id] ?? 0);
    ids[count] = id;
    values[count] = value;
    squares += value * value;
    count += 1;
  }
  const scale = squares > 0 ? settings.length / Math.sqrt(squares) : 0;
  for (let i = 0; i < count; i += 1) values[i] = (values[i] ?? 0) * scale;
  return {
    ids: ids.subarray(0, count),
    values: values.subarray(0, count),
    knownShare: hashes.length === 0 ? 0 : count / hashes.length,
  };
}

/** Adds one kind of evidence: repeated features count logarithmically, the whole group has length `weight`. */
function addGroup(
  { hashes, weights }: { readonly hashes: number[]; readonly weights: number[] },
  weight: number,
  found: readonly number[],
): void {
  // Sorted, the same stand together: several times faster than counting in a Map.
  const sorted = Uint32Array.from(found).sort();
  const first = weights.length;
  let squares = 0;
  for (let at = 0, next = 0; at < sorted.length; at = next) {
    while (next < sorted.length && sorted[next] === sorted[at]) next += 1;
    const value = 1 + Math.log(next - at);
    squares += value * value;
    hashes.push(sorted[at] ?? 0);
    weights.push(value);
  }
  const scale = weight / Math.sqrt(squares || 1);
  for (let at = first; at < weights.length; at += 1) weights[at] = (weights[at] ?? 0) * scale;
}

function hashGrams({ typed, words }: Reading, settings: FeatureSettings): number[] {
  return typed.flatMap((word, at) => gramsOf(word, words[at] ?? word, settings));
}

function addGrams(hashes: number[], word: string, shortest: number, longest: number): void {
  const length = word.length + 2;
  for (let start = 0; start < length; start += 1) {
    let hash = mixHash(FNV_OFFSET, GRAM);
    for (let at = start; at < Math.min(length, start + longest); at += 1) {
      hash = mixHash(hash, at === 0 || at === length - 1 ? BOUNDARY : word.charCodeAt(at - 1));
      if (at - start + 1 >= shortest) hashes.push(hash >>> 0);
    }
  }
}

/** The hash of a text, begun with the kind of feature or with another hash. */
function hashText(seed: number, text: string): number {
  return mixText(mixHash(FNV_OFFSET, seed), text) >>> 0;
}
