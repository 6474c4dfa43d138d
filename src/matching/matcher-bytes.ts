import { aligned, bytesOf, readTrained, writeTrained } from '../learning/kept-model';
import type { TrainedClassifier } from './intent-classifier';
import type { Neighbours } from './neighbours';

/** Three counts before the neighbours, one length behind all. */
const COUNTS = 3;
const NUMBER = Uint32Array.BYTES_PER_ELEMENT;

/**
 * What a matcher learnt as bytes: the neighbours (their counts, then begins, examples and weights of 4 bytes each, labels of 2),
 * the classifier as {@link writeTrained} writes it, and the length of the first part.
 */
export function writeMatcher(key: Buffer, { neighbours, ...trained }: TrainedClassifier): Buffer {
  const { labels, begins, examples, weights } = neighbours;
  const counts = Uint32Array.of(begins.length, examples.length, labels.length);
  const first = Buffer.concat([counts, begins, examples, weights, labels].map(bytesOf));
  const padding = Buffer.alloc((NUMBER - (first.length % NUMBER)) % NUMBER);
  const length = Buffer.alloc(NUMBER);
  length.writeUInt32LE(first.length + padding.length);
  return Buffer.concat([first, padding, writeTrained(key, trained), length]);
}

/** Reads what {@link writeMatcher} wrote, in place; undefined when the bytes are of another key, or not whole. */
export function readMatcher(key: Buffer, kept: Buffer): TrainedClassifier | undefined {
  const end = kept.length - NUMBER;
  if (end < 0) return undefined;
  const bytes = aligned(kept);
  const first = bytes.readUInt32LE(end);
  if (first > end || first < COUNTS * NUMBER) return undefined;
  const trained = readTrained(key, bytes.subarray(first, end));
  const neighbours = trained && readNeighbours(bytes, first);
  return neighbours && { ...trained, neighbours };
}

function readNeighbours({ buffer, byteOffset }: Buffer, length: number): Neighbours | undefined {
  const [features = 0, having = 0, count = 0] = new Uint32Array(buffer, byteOffset, COUNTS);
  const begins = COUNTS * NUMBER;
  const examples = begins + NUMBER * features;
  const weights = examples + NUMBER * having;
  const labels = weights + NUMBER * having;
  const end = labels + Uint16Array.BYTES_PER_ELEMENT * count;
  if (end > length || end + NUMBER <= length) return undefined;
  return {
    begins: new Uint32Array(buffer, byteOffset + begins, features),
    examples: new Uint32Array(buffer, byteOffset + examples, having),
    weights: new Float32Array(buffer, byteOffset + weights, having),
    labels: new Uint16Array(buffer, byteOffset + labels, count),
  };
}
