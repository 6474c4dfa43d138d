import { createHash } from 'node:crypto';
import { createHashIndex, type HashIndex } from './hash-index';
import type { LinearModel } from './linear-model';

/** The features a trained model knows, and how telling each is. */
export interface FeatureSpace {
  readonly ids: HashIndex;
  /** The weight of each feature, by its number. */
  readonly rarity: Float32Array;
}

/** What training made: it takes time and can be kept. */
export interface TrainedPart {
  readonly space: FeatureSpace;
  readonly model: LinearModel;
}

/** Changes when the layout of kept bytes changes. */
const LAYOUT = 4;
const KEY_BYTES = 32;
/** Two counts and the scale. */
const HEAD_BYTES = 12;

/** Names what a model is trained from: the same key means that training would give the same model. */
export function keyOf(...from: readonly unknown[]): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([LAYOUT, ...from]))
    .digest();
}

/** A trained part as bytes: key, counts of features and classes, scale, then hashes and rarities (4 bytes each) and weights (2). */
export function writeTrained(key: Buffer, { space, model }: TrainedPart): Buffer {
  const counts = Int32Array.of(space.ids.size, model.classes);
  const scale = Float32Array.of(model.scale);
  return Buffer.concat([key, ...[counts, scale, space.ids.hashes, space.rarity, model.weights].map(bytesOf)]);
}

/** Reads what {@link writeTrained} wrote; undefined when the bytes are of another key, or not whole. */
export function readTrained(key: Buffer, kept: Buffer): TrainedPart | undefined {
  if (kept.length < KEY_BYTES + HEAD_BYTES || !kept.subarray(0, KEY_BYTES).equals(key)) return undefined;
  const { buffer, byteOffset } = aligned(kept);
  const [features = 0, classes = 0] = new Int32Array(buffer, byteOffset + KEY_BYTES, 2);
  const [scale = 1] = new Float32Array(buffer, byteOffset + KEY_BYTES + 8, 1);
  const start = byteOffset + KEY_BYTES + HEAD_BYTES;
  const size = (features + 1) * classes;
  if (byteOffset + kept.length !== start + 8 * features + 2 * size) return undefined;
  return {
    space: {
      ids: createHashIndex(new Uint32Array(buffer, start, features)),
      rarity: new Float32Array(buffer, start + 4 * features, features),
    },
    model: { classes, scale, weights: new Int16Array(buffer, start + 8 * features, size) },
  };
}

/** The same bytes where numbers of four bytes can be read in place: a copy of a model costs 20 MB. */
function aligned(bytes: Buffer): Buffer {
  return bytes.byteOffset % Int32Array.BYTES_PER_ELEMENT === 0 ? bytes : Buffer.from(Uint8Array.from(bytes).buffer);
}

function bytesOf(numbers: Int32Array | Uint32Array | Float32Array | Int16Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
