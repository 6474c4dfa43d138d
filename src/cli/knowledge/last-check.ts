import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { ReadFiles } from '../../knowledge/compare-content';

/** The content as it was when it was last checked without faults. */
export interface LastCheck {
  /** Undefined: it was never checked, and the program has not kept what it came with. */
  read(): ReadFiles | undefined;
  /** Best effort: where it cannot be kept, the next check compares with an older one. */
  keep(content: ReadFiles): void;
}

/** What the program came with: folders that were never checked are compared with it. */
export const SHIPPED_CONTENT = 'shipped';

/**
 * @param kept where contents are kept
 * @param directory of the content, or {@link SHIPPED_CONTENT}
 */
export function createLastCheck(kept: string, directory: string): LastCheck {
  const pathOf = (name: string): string => join(kept, `${name}.json.gz`);
  const name =
    directory === SHIPPED_CONTENT
      ? directory
      : createHash('sha256').update(resolve(directory)).digest('hex').slice(0, 16);
  return {
    read() {
      for (const candidate of [name, SHIPPED_CONTENT]) {
        try {
          return JSON.parse(gunzipSync(readFileSync(pathOf(candidate))).toString('utf8')) as ReadFiles;
        } catch {
          // Never kept, or cut off.
        }
      }
      return undefined;
    },
    keep(content) {
      try {
        mkdirSync(kept, { recursive: true });
        const part = `${pathOf(name)}.${process.pid}.part`;
        writeFileSync(part, gzipSync(JSON.stringify(content)));
        renameSync(part, pathOf(name));
      } catch {
        // See above.
      }
    },
  };
}
