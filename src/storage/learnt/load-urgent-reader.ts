import { createHash } from 'node:crypto';
import {
  createUrgentReader,
  type CalmTalk,
  type UrgentContent,
  type UrgentReader,
} from '../../safety/create-urgent-reader';
import type { KeptLearning } from '../../learning/kept-learning';

const FILE = 'urgent.bin';
/** Changes when the meaning of kept bytes changes: other traits, another way of learning. */
const VERSION = 8;
const KEY_BYTES = 32;

/**
 * The reader of urgent messages, with what it learnt kept: learning takes some ten seconds, reading it back some
 * milliseconds. What was learnt from other content, damaged or missing, is learnt and kept anew.
 *
 * @param calm what is known to be calm
 */
export function loadUrgentReader(
  { urgent, urgentMessages }: UrgentContent,
  calm: CalmTalk,
  kept: KeptLearning,
): UrgentReader {
  const key = createHash('sha256')
    .update(JSON.stringify([VERSION, urgent, urgentMessages, calm]))
    .digest();
  const weights = kept.find(FILE, (bytes) => readWeights(key, bytes));
  const { readUrgent, trained } = createUrgentReader(
    { urgent, urgentMessages },
    { calm, ...(weights && { kept: weights }) },
  );
  if (trained !== weights) {
    kept.keep(FILE, Buffer.concat([key, Buffer.from(trained.buffer, trained.byteOffset, trained.byteLength)]));
  }
  return readUrgent;
}

/** The weights after the key; undefined where the bytes are of another key, or not whole. */
function readWeights(key: Buffer, kept: Buffer): Float32Array | undefined {
  if (!kept.subarray(0, KEY_BYTES).equals(key)) return undefined;
  const bytes = Uint8Array.from(kept.subarray(KEY_BYTES));
  return bytes.byteLength % Float32Array.BYTES_PER_ELEMENT === 0 ? new Float32Array(bytes.buffer) : undefined;
}
