import { createHash } from 'node:crypto';
import { createHashIndex, type HashIndex } from './hash-index';
import { columnBytes, columnsIn, type LinearModel } from './linear-model';

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
const LAYOUT = 5;
const KEY_BYTES = 32;
/** Three counts and the scale. */
const HEAD_BYTES = 16;

/** Names what a model is trained from: the same key means that training would give the same model. */
export function keyOf(...from: readonly unknown[]): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([LAYOUT, ...from]))
    .digest();
}

/**
 * A trained part as bytes: key, counts of features, classes and weights, scale, then the beginnings of rows, hashes and
 * rarities (4 bytes each), weights (2) and their classes (1 or 2).
 */
export function writeTrained(key: Buffer, { space, model }: TrainedPart): Buffer {
  const { classes, scale, begins, weights, columns } = model;
  const counts = Int32Array.of(space.ids.size, classes, weights.length);
  const parts = [counts, Float32Array.of(scale), begins, space.ids.hashes, space.rarity, weights, columns];
  return Buffer.concat([key, ...parts.map(bytesOf)]);
}

/** Reads what {@link writeTrained} wrote, in place; undefined when the bytes are of another key, or not whole. */
export function readTrained(key: Buffer, kept: Buffer): TrainedPart | undefined {
  if (kept.length < KEY_BYTES + HEAD_BYTES || !kept.subarray(0, KEY_BYTES).equals(key)) return undefined;
  const { buffer, byteOffset } = aligned(kept);
  const [features = 0, classes = 0, some = 0] = new Int32Array(buffer, byteOffset + KEY_BYTES, 3);
  const [scale = 1] = new Float32Array(buffer, byteOffset + KEY_BYTES + 12, 1);
  const begins = byteOffset + KEY_BYTES + HEAD_BYTES;
  const hashes = begins + 4 * (features + 2);
  const rarities = hashes + 4 * features;
  const weights = rarities + 4 * features;
  const columns = weights + 2 * some;
  if (byteOffset + kept.length !== columns + columnBytes(classes) * some) return undefined;
  return {
    space: {
      ids: createHashIndex(new Uint32Array(buffer, hashes, features)),
      rarity: new Float32Array(buffer, rarities, features),
    },
    model: {
      classes,
      scale,
      begins: new Uint32Array(buffer, begins, features + 2),
      columns: columnsIn(buffer, columns, some, classes),
      weights: new Int16Array(buffer, weights, some),
    },
  };
}

/** The same bytes where numbers of four bytes can be read in place: a copy of a model costs 8 MB. */
export function aligned(bytes: Buffer): Buffer {
  return bytes.byteOffset % Int32Array.BYTES_PER_ELEMENT === 0 ? bytes : Buffer.from(Uint8Array.from(bytes).buffer);
}

/** An array of numbers as the bytes it lies in. */
export function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
}
