import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { KeptLearning } from '../../learning/kept-learning';

/** What faultless content files say, by their text: reading YAML and checking it takes a second, reading this 30 ms. */
export interface KeptFiles {
  /** What was read from this text of a file; undefined where that is not known. */
  valueOf(file: string, text: string): unknown;
  /** Remembers what a faultless text says. */
  add(file: string, text: string, value: unknown): void;
  /** Keeps what was asked for since the beginning and nothing older, where something of it is new. */
  save(): void;
}

/** Keeps nothing: each file is read anew. */
export const NOTHING_KEPT: KeptFiles = { valueOf: () => undefined, add: () => undefined, save: () => undefined };

const FILE = 'content.json';

/**
 * @param program which program read the files: another one may check otherwise, so nothing of it is used
 */
export function createKeptFiles(kept: KeptLearning, program: string): KeptFiles {
  const known = kept.find(FILE, (bytes) => readEntries(program, bytes)) ?? new Map<string, unknown>();
  const used = new Map<string, unknown>();
  let isNew = false;
  const keyOf = (file: string, text: string): string =>
    createHash('sha256').update(file).update('\0').update(text).digest('base64url');
  return {
    valueOf(file, text) {
      const key = keyOf(file, text);
      const value = known.get(key);
      if (value !== undefined) used.set(key, value);
      return value;
    },
    add(file, text, value) {
      // What JSON cannot say is read anew each time.
      if (!isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value)) return;
      used.set(keyOf(file, text), value);
      isNew = true;
    },
    save() {
      if (!isNew) return;
      kept.keep(FILE, Buffer.from(JSON.stringify({ program, entries: [...used] })));
      isNew = false;
    },
  };
}

function readEntries(program: string, bytes: Buffer): Map<string, unknown> | undefined {
  try {
    const kept = JSON.parse(bytes.toString()) as { readonly program: string; readonly entries: [string, unknown][] };
    return kept.program === program ? new Map(kept.entries) : undefined;
  } catch {
    return undefined;
  }
}
