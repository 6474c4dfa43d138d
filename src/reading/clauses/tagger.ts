import { createHashIndex } from '../../learning/hash-index';
import type { FeatureSpace, TrainedPart } from '../../learning/kept-model';
import { scoreInto, trainLinearModel, type FeatureVector } from '../../learning/linear-model';
import { CLAUSE_KINDS, type ClauseKind } from './clause';

/** Where a word stands: the first of its stretch, or a later one. Two tags a kind. */
const TAGS = CLAUSE_KINDS.length * 2;

/** A message whose stretches are known, to learn from: the features of each word, and its tag. */
export interface TaggedWords {
  readonly features: readonly (readonly number[])[];
  readonly tags: readonly number[];
}

/** A stretch of words found: from `start` to before `end`. */
export interface FoundStretch {
  readonly kind: ClauseKind;
  readonly start: number;
  readonly end: number;
}

const TRAINING = { rounds: 3, learningRate: 0.1, smallestGradient: 0.02 };
/** Features seen only once say nothing that carries over. */
const LEAST_SEEN = 2;

/** The tag of a word. */
export function tagOf(kind: ClauseKind, isFirst: boolean): number {
  return 2 * CLAUSE_KINDS.indexOf(kind) + (isFirst ? 0 : 1);
}

/** Learns the tags of words. Deterministic. */
export function trainTagger(messages: readonly TaggedWords[]): TrainedPart {
  const counts = new Map<number, number>();
  for (const { features } of messages) {
    for (const word of features) for (const hash of word) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  const seen = [...counts].filter(([, count]) => count >= LEAST_SEEN).map(([hash]) => hash);
  const space = { ids: createHashIndex(Uint32Array.from(seen)), rarity: new Float32Array(seen.length).fill(1) };
  const examples = messages.flatMap(({ features, tags }) =>
    features.map((word, at) => ({ features: toVector(word, space), label: tags[at] ?? 0 })),
  );
  return { space, model: trainLinearModel(examples, space.ids.size, TAGS, TRAINING) };
}

/** The likeliest stretches of a message, by Viterbi: a later word belongs to the kind of the word before it. */
export function findStretches(features: readonly (readonly number[])[], { space, model }: TrainedPart): FoundStretch[] {
  const chances = new Float64Array(TAGS);
  const best: Float64Array[] = [];
  const from: Int32Array[] = [];
  features.forEach((word, at) => {
    scoreInto(chances, model, toVector(word, space));
    const before = best[at - 1];
    const scores = new Float64Array(TAGS);
    const came = new Int32Array(TAGS);
    for (let tag = 0; tag < TAGS; tag += 1) {
      const isFirst = tag % 2 === 0;
      let highest = before === undefined ? (isFirst ? 0 : -Infinity) : -Infinity;
      if (before !== undefined) {
        for (let previous = 0; previous < TAGS; previous += 1) {
          if (!isFirst && previous >> 1 !== tag >> 1) continue;
          const score = before[previous] ?? -Infinity;
          if (score > highest) {
            highest = score;
            came[tag] = previous;
          }
        }
      }
      scores[tag] = highest + Math.log((chances[tag] ?? 0) + 1e-9);
    }
    best.push(scores);
    from.push(came);
  });
  return follow(best, from);
}

function follow(best: readonly Float64Array[], from: readonly Int32Array[]): FoundStretch[] {
  const last = best.at(-1);
  if (last === undefined) return [];
  let tag = last.indexOf(Math.max(...last));
  const found: FoundStretch[] = [];
  for (let at = best.length - 1, end = best.length; at >= 0; at -= 1) {
    if (tag % 2 === 0) {
      found.unshift({ kind: CLAUSE_KINDS[tag >> 1] ?? 'filler', start: at, end });
      end = at;
    }
    tag = from[at]?.[tag] ?? 0;
  }
  return found;
}

function toVector(hashes: readonly number[], { ids }: FeatureSpace): FeatureVector {
  const known = hashes.map((hash) => ids.find(hash)).filter((id) => id >= 0);
  const value = 1 / Math.sqrt(known.length || 1);
  return {
    ids: Int32Array.from(known),
    values: new Float32Array(known.length).fill(value),
    knownShare: known.length / (hashes.length || 1),
  };
}
