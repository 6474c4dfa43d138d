import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { DatabasePlace } from '../../src/storage/engine/open-database';

/** A Direct Line in a process of its own; see `direct-line-child.ts`. */
export interface DirectLineProcess {
  readonly domain: string;
  readonly port: number;
  /** Resolves with the signal that ended it. */
  readonly ended: Promise<NodeJS.Signals | null>;
  kill(): Promise<NodeJS.Signals | null>;
}

const ROOT = join(__dirname, '../..');
const CHILD = join(ROOT, 'dist/test/direct-line-child.js');
let isBuilt = false;

function build(): void {
  if (isBuilt) return;
  // In a process of its own: esbuild's helper process would keep the test runner alive.
  const options = [join(__dirname, 'direct-line-child.ts'), `--outfile=${CHILD}`, '--bundle', '--platform=node'];
  const esbuild = join(ROOT, 'node_modules/.bin/esbuild');
  execFileSync(esbuild, [...options, '--packages=external', '--log-level=error'], { stdio: 'inherit' });
  isBuilt = true;
}

/** Starts it; resolves when it listens. It ends with this process. */
export async function startDirectLineProcess(place: DatabasePlace, mark: string, port = 0): Promise<DirectLineProcess> {
  build();
  const child: ChildProcess = spawn(process.execPath, [CHILD, JSON.stringify(place), String(port), mark], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.once('exit', (_code, signal) => resolve(signal));
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (line: Buffer) => resolve((JSON.parse(line.toString()) as { url: string }).url));
    void ended.then((signal) => reject(new Error(`the server ended: ${signal}`)));
  });
  return {
    domain: `${url}/v3/directline`,
    port: Number(new URL(url).port),
    ended,
    kill: () => {
      child.kill('SIGKILL');
      return ended;
    },
  };
}
