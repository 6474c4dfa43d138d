import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '../../../test/helpers/free-port';

/** A server under test, in a process of its own over data of its own. */
export interface ServerProcess {
  readonly url: string;
  /** What the process uses at this moment. */
  use(): Promise<ProcessUse>;
  /** Stops it and deletes its data. */
  stop(): Promise<void>;
}

/** What a process uses. */
export interface ProcessUse {
  /** Resident memory in bytes. */
  readonly memory: number;
  /** Bytes of objects and buffers in use: resident memory also holds what earlier work, such as the start, has left behind. */
  readonly inUse: number;
  /** Processor time since its start, in seconds. */
  readonly cpuSeconds: number;
  /** Statements its database was asked for since its start, begin and commit included; NaN for a program without one. */
  readonly statements: number;
}

interface Program {
  /** The script, and what it is told. */
  readonly command: readonly string[];
  /** A PostgreSQL database of its own; undefined: SQLite. */
  readonly database: string | undefined;
  /** Further settings. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Figures are given to whoever knows it; without one, only to this machine without a proxy. */
const METRICS_TOKEN = 'of-the-bench-alone';
/** Milliseconds the first start may take: the matcher learns the content then. */
const START_MS = 60_000;
const LOOK_MS = 100;
const STOP_MS = 15_000;

/** Starts a server behind one trusted proxy (this process names the visitors' addresses); resolves when it is healthy. */
export async function startServer({ command, database, settings }: Program): Promise<ServerProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'prp-bench-'));
  const port = await findFreePort();
  const child = spawn(process.execPath, command, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { PATH: process.env['PATH'], ...readEnvironment(folder, port, database), ...settings },
  });
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  // Whatever ends this process, the server goes with it.
  process.once('exit', () => child.kill('SIGKILL'));
  await waitUntilHealthy(url, child);
  return {
    url,
    use: () => readUse(url),
    async stop() {
      child.kill('SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await ended;
      clearTimeout(patience);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function readEnvironment(folder: string, port: number, database: string | undefined): NodeJS.ProcessEnv {
  return {
    DATA_DIR: folder,
    PORT: String(port),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    TRUSTED_PROXIES: '1',
    METRICS_TOKEN,
    ...(database === undefined ? {} : { DATABASE_URL: database }),
  };
}

async function waitUntilHealthy(url: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + START_MS;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.ok === true) return;
    await sleep(LOOK_MS);
  }
  throw new Error('the server did not become healthy');
}

/** From its own metrics, so that it works on every system. */
async function readUse(url: string): Promise<ProcessUse> {
  const answer = await fetch(`${url}/metrics`, { headers: { Authorization: `Bearer ${METRICS_TOKEN}` } });
  if (!answer.ok) throw new Error(`the server's figures were refused: ${answer.status}`);
  const text = await answer.text();
  const read = (name: string): number => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
  return {
    memory: read('process_resident_memory_bytes'),
    inUse: read('nodejs_heap_size_used_bytes') + read('nodejs_external_memory_bytes'),
    cpuSeconds: read('process_cpu_seconds_total'),
    statements: read('prp_storage_seconds_count'),
  };
}
