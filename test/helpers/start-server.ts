import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** The real program in a process of its own. */
export interface RunningServer {
  readonly url: string;
  readonly process: ChildProcess;
  /** Everything it has printed so far, both streams. */
  output(): string;
  /** Sends a signal and waits for the end; gives the exit code, or the signal's name where it was killed. */
  stop(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals>;
}

/** The outcome of a start that is expected to end by itself. */
export interface EndedRun {
  readonly code: number | NodeJS.Signals;
  readonly output: string;
}

/** A folder that is gone when the tests of this file are over: hand it to two servers to start one after the other. */
export function createDataDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'prp-'));
  leftovers.push(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

const leftovers: (() => void)[] = [];
process.once('exit', () => leftovers.forEach((clear) => clear()));

/** Variables of the developer's own machine must not change what is tested. */
function environmentOf(variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    PORT: '0',
    KNOWLEDGE_DIR: join(ROOT, 'knowledge'),
    DATA_DIR: join(createDataDirectory(), 'data'),
    ...variables,
  };
}

/** What the matcher learns from content of a test's own takes seconds: it is lent from one start to the next. */
const MODEL = join(tmpdir(), 'prp-assistant-tests', 'server-matcher.bin');

function lendModel(dataDirectory: string): void {
  if (!existsSync(MODEL) || !existsSync(dirname(dataDirectory)) || dataDirectory.startsWith('/dev')) return;
  mkdirSync(dataDirectory, { recursive: true });
  if (!existsSync(join(dataDirectory, 'matcher.bin'))) copyFileSync(MODEL, join(dataDirectory, 'matcher.bin'));
}

function keepModel(dataDirectory: string): void {
  const learnt = join(dataDirectory, 'matcher.bin');
  if (!existsSync(learnt) || (existsSync(MODEL) && statSync(MODEL).mtimeMs >= statSync(learnt).mtimeMs)) return;
  mkdirSync(dirname(MODEL), { recursive: true });
  const part = `${MODEL}.${process.pid}`;
  copyFileSync(learnt, part);
  renameSync(part, MODEL);
}

function launch(variables: Readonly<Record<string, string>>) {
  const environment = environmentOf(variables);
  const dataDirectory = environment['DATA_DIR'] ?? '';
  const isOwnContent = variables['KNOWLEDGE_DIR'] !== undefined;
  if (isOwnContent) lendModel(dataDirectory);
  // Outside the project, so that no .env of the developer's is read.
  const child = spawn(process.execPath, [join(ROOT, 'dist/main.js')], { cwd: tmpdir(), env: environment });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      listeners.forEach((listener) => listener());
    });
  }
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'SIGKILL'));
  });
  leftovers.unshift(() => child.kill('SIGKILL'));
  return { child, ended, listeners, output: () => output, dataDirectory, isOwnContent };
}

/** Starts the program on a free port with a data folder of its own; resolves when it listens. */
export async function startServer(variables: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const { child, ended, listeners, output, dataDirectory, isOwnContent } = launch(variables);
  const url = await new Promise<string>((resolve, reject) => {
    listeners.add(() => {
      const found = /"url":"(http:[^"]+)"/.exec(output())?.[1];
      if (found !== undefined) resolve(found);
    });
    void ended.then((code) => reject(new Error(`the server ended with ${code}:\n${output()}`)));
  });
  if (isOwnContent) keepModel(dataDirectory);
  return {
    url,
    process: child,
    output,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}

/** Runs the program until it ends by itself, as it does where the operator has made a mistake. */
export async function runToEnd(variables: Readonly<Record<string, string>>): Promise<EndedRun> {
  const { child, ended, output } = launch(variables);
  const timer = setTimeout(() => child.kill('SIGKILL'), 60_000);
  const code = await ended;
  clearTimeout(timer);
  return { code, output: output() };
}
