import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { KeptLearning } from '../../learning/kept-learning';

/** @param folders looked through in this order; the first is written to */
export function createKeptLearning(...folders: readonly [string, ...string[]]): KeptLearning {
  return {
    find(name, read) {
      for (const folder of folders) {
        const bytes = readFileIfAny(join(folder, name));
        const learnt = bytes && read(bytes);
        if (learnt !== undefined) return learnt;
      }
      return undefined;
    },
    keep: (name, bytes) => replaceFile(join(folders[0], name), bytes),
  };
}

function readFileIfAny(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function replaceFile(file: string, bytes: Buffer): void {
  const half = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(half, bytes);
    renameSync(half, file);
  } catch {
    // What was learnt is in memory all the same.
  }
}
