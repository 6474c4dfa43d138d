import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** The content the program ships with. */
export const SHIPPED = join(__dirname, '../../knowledge');

/** A copy of the shipped content that a test may break. */
export interface BrokenCopy {
  readonly directory: string;
  path(file: string): string;
  /** Replaces the first occurrence; fails when there is none. */
  edit(file: string, find: string, replacement: string): void;
  /** The line, from 1, on which a text stands. */
  lineOf(file: string, text: string): number;
  /** Takes the edits back. */
  mend(): void;
  remove(): void;
}

export function createBrokenCopy(): BrokenCopy {
  const parent = mkdtempSync(join(tmpdir(), 'knowledge-'));
  const directory = join(parent, 'knowledge');
  cpSync(SHIPPED, directory, { recursive: true, filter: (path) => basename(path) !== 'schema' });
  const path = (file: string): string => join(directory, file);
  const read = (file: string): string => readFileSync(path(file), 'utf8');
  const offsetOf = (file: string, text: string): number => {
    const offset = read(file).indexOf(text);
    if (offset === -1) throw new Error(`${file} does not hold: ${text}`);
    return offset;
  };
  const whole = new Map<string, string>();
  return {
    directory,
    path,
    edit(file, find, replacement) {
      const offset = offsetOf(file, find);
      const text = read(file);
      if (!whole.has(file)) whole.set(file, text);
      writeFileSync(path(file), text.slice(0, offset) + replacement + text.slice(offset + find.length));
    },
    lineOf: (file, text) => read(file).slice(0, offsetOf(file, text)).split('\n').length,
    mend() {
      for (const [file, text] of whole) writeFileSync(path(file), text);
      whole.clear();
    },
    remove: () => {
      rmSync(parent, { recursive: true, force: true });
    },
  };
}
