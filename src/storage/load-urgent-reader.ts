import { createHash } from 'node:crypto';
import type { UrgentRules } from '../knowledge/schema/urgent';
import { createUrgentReader, type UrgentReader } from '../safety/create-urgent-reader';
import { readKeptFile, writeKeptFile } from './kept-file';

/** Changes when the meaning of kept bytes changes: other traits, another way of learning. */
const VERSION = 1;
const KEY_BYTES = 32;

/**
 * The reader of urgent messages, with what it learnt kept in a file: learning takes one to two seconds, reading it back
 * some milliseconds. A file of other content, damaged or missing, is learnt and written anew.
 */
export function loadUrgentReader(rules: UrgentRules, calm: readonly string[], file: string): UrgentReader {
  const key = createHash('sha256')
    .update(JSON.stringify([VERSION, rules, calm]))
    .digest();
  const kept = readWeights(key, readKeptFile(file));
  const { readUrgent, trained } = createUrgentReader(rules, { calm, ...(kept && { kept }) });
  if (trained !== kept) {
    writeKeptFile(file, Buffer.concat([key, Buffer.from(trained.buffer, trained.byteOffset, trained.byteLength)]));
  }
  return readUrgent;
}

/** The weights after the key; undefined where the bytes are of another key, or not whole. */
function readWeights(key: Buffer, kept: Buffer | undefined): Float32Array | undefined {
  if (kept === undefined || !kept.subarray(0, KEY_BYTES).equals(key)) return undefined;
  const bytes = Uint8Array.from(kept.subarray(KEY_BYTES));
  if (bytes.byteLength % Float32Array.BYTES_PER_ELEMENT !== 0) return undefined;
  return new Float32Array(bytes.buffer);
}
