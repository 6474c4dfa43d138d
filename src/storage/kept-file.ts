import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The bytes of a kept file; undefined where there is none to read. */
export function readKeptFile(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Writes a kept file anew, whole or not at all. On a read-only or full disk nothing is kept, and nothing else happens. */
export function writeKeptFile(file: string, bytes: Buffer): void {
  const half = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(half, bytes);
    renameSync(half, file);
  } catch {
    // What was learnt is in memory all the same.
  }
}
