import { createHashIndex } from '../learning/hash-index';
import type { TrainedPart } from '../learning/kept-model';
import type { LinearModel } from '../learning/linear-model';
import type { ReadExamples } from './intent-classifier';
import type { LexiconTables } from './lexicon';

/**
 * Everything of a matcher that takes time to make, as plain data: one thread learns, another puts it together in some
 * milliseconds. What it is made from has to be the same.
 */
export interface PreparedMatcher {
  readonly hashes: Uint32Array;
  readonly rarity: Float32Array;
  readonly model: LinearModel;
  readonly lexicon: LexiconTables;
  readonly read: ReadExamples;
}

/** The trained part as plain data. */
export function plainTrained({ space, model }: TrainedPart): Omit<PreparedMatcher, 'lexicon' | 'read'> {
  return { hashes: space.ids.hashes, rarity: space.rarity, model };
}

/** The trained part of plain data. */
export function trainedOf({ hashes, rarity, model }: PreparedMatcher): TrainedPart {
  return { space: { ids: createHashIndex(hashes), rarity }, model };
}
