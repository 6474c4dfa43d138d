import { createHashIndex } from '../learning/hash-index';
import type { LinearModel } from '../learning/linear-model';
import type { ReadExamples, TrainedClassifier } from './intent-classifier';
import type { LexiconTables } from './lexicon';
import type { Neighbours } from './neighbours';

/** The words a matcher knows, as they are looked up. */
export interface MatcherWords {
  readonly lexicon: LexiconTables;
  readonly read: ReadExamples;
}

/**
 * Everything of a matcher that takes time to make, as plain data: one thread learns, another puts it together in some
 * milliseconds. What it is made from has to be the same.
 */
export interface PreparedMatcher extends MatcherWords {
  readonly hashes: Uint32Array;
  /** Where each hash is looked for. */
  readonly slots: Int32Array;
  readonly rarity: Float32Array;
  readonly model: LinearModel;
  readonly neighbours: Neighbours;
}

/** The trained part as plain data. */
export function plainTrained({
  space,
  model,
  neighbours,
}: TrainedClassifier): Omit<PreparedMatcher, keyof MatcherWords> {
  const { hashes, slots } = space.ids;
  return { hashes, slots, rarity: space.rarity, model, neighbours };
}

/** The trained part of plain data. */
export function trainedOf({ hashes, slots, rarity, model, neighbours }: PreparedMatcher): TrainedClassifier {
  return { space: { ids: createHashIndex(hashes, slots), rarity }, model, neighbours };
}
