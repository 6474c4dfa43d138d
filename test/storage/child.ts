import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { buildSync } from 'esbuild';

/** Another process of the program, to be killed. */
export interface Child {
  readonly process: ChildProcess;
  /** Resolves when it says a line that begins so. */
  says(line: string): Promise<string>;
  /** SIGKILL: nothing in it runs any more. */
  kill(): Promise<void>;
}

/** Builds a script of this folder to run it in processes of its own. */
export const buildChild = (script: string): { start(...parameters: string[]): Child; clear(): void } => {
  // Below the checkout, so that it finds the packages.
  const folder = mkdtempSync(join(__dirname, '../../node_modules/.prp-child-'));
  const outfile = join(folder, 'child.cjs');
  buildSync({
    entryPoints: [join(__dirname, script)],
    outfile,
    bundle: true,
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
  });
  return {
    start: (...parameters) => {
      const child = spawn(process.execPath, [outfile, ...parameters], {
        stdio: ['ignore', 'pipe', 'inherit'],
        cwd: tmpdir(),
      });
      const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
      const lines: string[] = [];
      const waiting: (() => void)[] = [];
      createInterface({ input: child.stdout }).on('line', (line) => {
        lines.push(line);
        for (const wake of waiting.splice(0)) wake();
      });
      return {
        process: child,
        says: async (wanted) => {
          for (;;) {
            const found = lines.find((line) => line.startsWith(wanted));
            if (found !== undefined) return found;
            await new Promise<void>((resolve) => void waiting.push(resolve));
          }
        },
        kill: async () => {
          child.kill('SIGKILL');
          await ended;
        },
      };
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
};
