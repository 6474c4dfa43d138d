import { createHash } from 'node:crypto';
import { createHashIndex } from './hash-index';
import type { TrainedPart } from './intent-classifier';
import { MATCHER_SETTINGS } from './settings';

/** Changes when the meaning of kept bytes changes: new features, another layout. */
const VERSION = 2;
const KEY_BYTES = 32;
const COUNT_BYTES = 8;

/** Names what a model is trained from: the same key means that training would give the same model. */
export function keyOf(content: unknown): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([VERSION, MATCHER_SETTINGS, content]))
    .digest();
}

/** A trained part as bytes: key, counts of features and classes, then hashes, rarities and weights (4 bytes each). */
export function writeTrained(key: Buffer, { space, model }: TrainedPart): Buffer {
  const counts = Int32Array.of(space.ids.size, model.classes);
  return Buffer.concat([key, ...[counts, space.ids.hashes, space.rarity, model.weights].map(bytesOf)]);
}

/** Reads what {@link writeTrained} wrote; undefined when the bytes are of another key, or not whole. */
export function readTrained(key: Buffer, kept: Buffer): TrainedPart | undefined {
  if (kept.length < KEY_BYTES + COUNT_BYTES || !kept.subarray(0, KEY_BYTES).equals(key)) return undefined;
  const { buffer, byteOffset } = aligned(kept);
  const [features = 0, classes = 0] = new Int32Array(buffer, byteOffset + KEY_BYTES, 2);
  const start = byteOffset + KEY_BYTES + COUNT_BYTES;
  const size = (features + 1) * classes;
  if (byteOffset + kept.length !== start + 4 * (2 * features + size)) return undefined;
  return {
    space: {
      ids: createHashIndex(new Uint32Array(buffer, start, features)),
      rarity: new Float32Array(buffer, start + 4 * features, features),
    },
    model: { classes, weights: new Float32Array(buffer, start + 8 * features, size) },
  };
}

/** The same bytes where numbers of four bytes can be read in place: a copy of a model costs 20 MB. */
function aligned(bytes: Buffer): Buffer {
  return bytes.byteOffset % Int32Array.BYTES_PER_ELEMENT === 0 ? bytes : Buffer.from(Uint8Array.from(bytes).buffer);
}

function bytesOf(numbers: Int32Array | Uint32Array | Float32Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
