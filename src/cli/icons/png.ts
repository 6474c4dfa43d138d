import { deflateSync, inflateSync } from 'node:zlib';
import { crc32 } from './crc32';

/** A picture: four bytes a point (red, green, blue, opacity), row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly points: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Bytes of length, name and checksum around what a chunk holds. */
const AROUND = 12;
const BYTES_A_POINT = 4;

/** Writes a picture as PNG: 8 bits a channel with opacity, no filter, not interlaced. */
export function writePng({ width, height, points }: Picture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const stride = width * BYTES_A_POINT;
  const rows = Array.from({ length: height }, (_, row) => [
    Buffer.from([0]),
    points.subarray(row * stride, (row + 1) * stride),
  ]);
  const body = deflateSync(Buffer.concat(rows.flat()), { level: 9 });
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', body), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** Width and height of a PNG; undefined where the bytes are none. */
export function readPngSize(bytes: Buffer): { readonly width: number; readonly height: number } | undefined {
  if (bytes.length < SIGNATURE.length + AROUND + 13 || !bytes.subarray(0, 8).equals(SIGNATURE)) return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Reads a PNG as {@link writePng} writes it; undefined for any other kind of PNG. */
export function readPng(bytes: Buffer): Picture | undefined {
  const size = readPngSize(bytes);
  if (size === undefined || !bytes.subarray(24, 29).equals(Buffer.from([8, 6, 0, 0, 0]))) return undefined;
  const stride = size.width * BYTES_A_POINT;
  const rows = inflateSync(Buffer.concat(chunksOf(bytes, 'IDAT')));
  const starts = Array.from({ length: size.height }, (_, row) => row * (stride + 1));
  if (rows.length !== size.height * (stride + 1) || starts.some((start) => rows[start] !== 0)) return undefined;
  return { ...size, points: Buffer.concat(starts.map((start) => rows.subarray(start + 1, start + 1 + stride))) };
}

function chunksOf(bytes: Buffer, name: string): Buffer[] {
  const found: Buffer[] = [];
  for (let at = SIGNATURE.length; at + AROUND <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === name) found.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + AROUND;
  }
  return found;
}
