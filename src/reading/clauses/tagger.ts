import { createHashIndex } from '../../learning/hash-index';
import type { FeatureSpace, TrainedPart } from '../../learning/kept-model';
import { scoreAlikeInto, trainLinearModel, type FeatureVector } from '../../learning/linear-model';
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
    scoreAlikeInto(chances, model, knownOf(word, space));
    const before = best[at - 1];
    const last = before === undefined ? 0 : likeliest(before);
    const scores = new Float64Array(TAGS);
    const came = new Int32Array(TAGS);
    for (let tag = 0; tag < TAGS; tag += 1) {
      const opening = tag & ~1;
      const same = (before?.[opening] ?? 0) >= (before?.[opening + 1] ?? 0) ? opening : opening + 1;
      const previous = tag === opening ? last : same;
      came[tag] = previous;
      scores[tag] = reach(before, previous, tag === opening) + Math.log((chances[tag] ?? 0) + 1e-9);
    }
    best.push(scores);
    from.push(came);
  });
  return follow(best, from);
}

/** What the words up to here come to; a message begins with the first word of a stretch, with no later one. */
function reach(before: Float64Array | undefined, previous: number, isOpening: boolean): number {
  if (before === undefined) return isOpening ? 0 : -Infinity;
  return before[previous] ?? -Infinity;
}

function likeliest(scores: Float64Array): number {
  let best = 0;
  for (let tag = 1; tag < scores.length; tag += 1) if ((scores[tag] ?? 0) > (scores[best] ?? 0)) best = tag;
  return best;
}

function follow(best: readonly Float64Array[], from: readonly Int32Array[]): FoundStretch[] {
  const last = best.at(-1);
  if (last === undefined) return [];
  let tag = likeliest(last);
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

function knownOf(hashes: readonly number[], { ids }: Pick<FeatureSpace, 'ids'>): number[] {
  const known: number[] = [];
  for (const hash of hashes) {
    const id = ids.find(hash);
    if (id >= 0) known.push(id);
  }
  return known;
}

function toVector(hashes: readonly number[], { ids }: FeatureSpace): FeatureVector {
  const known = knownOf(hashes, { ids });
  const value = 1 / Math.sqrt(known.length || 1);
  return {
    ids: Int32Array.from(known),
    values: new Float32Array(known.length).fill(value),
    knownShare: known.length / (hashes.length || 1),
  };
}
