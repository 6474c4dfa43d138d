import { aligned, bytesOf } from '../learning/kept-model';
import type { Examples } from './nearest-examples';

/** What the reader of urgent messages learnt. Plain data. */
export interface LearntUrgent {
  /** The weights, the likeness of groups and the trust in combinations, one behind the other. */
  readonly numbers: Float32Array;
  readonly examples: Examples;
}

const NUMBER = Uint32Array.BYTES_PER_ELEMENT;
/** The numbers, the urgent examples, all examples, the places of traits, what the examples have. */
const COUNTS = 5;

/** What was learnt as bytes: the key, five counts, then all arrays of 4 bytes, behind them that of 2. */
export function writeUrgent(key: Buffer, { numbers, examples }: LearntUrgent): Buffer {
  const { urgent, begins, having, rarity, lengths } = examples;
  const counts = Uint32Array.of(numbers.length, urgent, lengths.length, rarity.length, having.length);
  return Buffer.concat([key, ...[counts, numbers, begins, rarity, lengths, having].map(bytesOf)]);
}

/** Reads what {@link writeUrgent} wrote, in place; undefined where the bytes are of another key, or not whole. */
export function readUrgent(key: Buffer, kept: Buffer): LearntUrgent | undefined {
  if (kept.length < key.length + COUNTS * NUMBER || !kept.subarray(0, key.length).equals(key)) return undefined;
  const { buffer, byteOffset } = aligned(kept);
  const start = byteOffset + key.length;
  const [numbers = 0, urgent = 0, all = 0, places = 0, having = 0] = new Uint32Array(buffer, start, COUNTS);
  const begins = start + NUMBER * (COUNTS + numbers);
  const rarity = begins + NUMBER * (places + 1);
  const lengths = rarity + NUMBER * places;
  const last = lengths + NUMBER * all;
  if (byteOffset + kept.length !== last + Uint16Array.BYTES_PER_ELEMENT * having) return undefined;
  return {
    numbers: new Float32Array(buffer, start + NUMBER * COUNTS, numbers),
    examples: {
      urgent,
      begins: new Uint32Array(buffer, begins, places + 1),
      rarity: new Float32Array(buffer, rarity, places),
      lengths: new Float32Array(buffer, lengths, all),
      having: new Uint16Array(buffer, last, having),
    },
  };
}
