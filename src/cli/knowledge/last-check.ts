import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { ReadFiles } from '../../knowledge/compare-content';
import { PROJECT } from '../../program/project-folder';
import { createKeptLearning } from '../../storage/learnt/kept-learning';

/** The content as it was when it was last checked without faults. */
export interface LastCheck {
  /** Undefined: it was never checked, and the program has not kept what it came with. */
  read(): ReadFiles | undefined;
  /** Best effort: where it cannot be kept, the next check compares with an older one. */
  keep(content: ReadFiles): void;
}

/** What the program came with: folders that were never checked are compared with it. */
export const SHIPPED_CONTENT = 'shipped';

const KEPT = createKeptLearning(join(PROJECT, 'dist/checked'));

/** @param directory of the content, or {@link SHIPPED_CONTENT} */
export function createLastCheck(directory: string): LastCheck {
  const name =
    directory === SHIPPED_CONTENT
      ? directory
      : createHash('sha256').update(resolve(directory)).digest('hex').slice(0, 16);
  return {
    read: () => KEPT.find(fileOf(name), unpack) ?? KEPT.find(fileOf(SHIPPED_CONTENT), unpack),
    keep: (content) => KEPT.keep(fileOf(name), gzipSync(JSON.stringify(content))),
  };
}

const fileOf = (name: string): string => `${name}.json.gz`;

/** Undefined where it was cut off. */
function unpack(bytes: Buffer): ReadFiles | undefined {
  try {
    return JSON.parse(gunzipSync(bytes).toString('utf8')) as ReadFiles;
  } catch {
    return undefined;
  }
}
