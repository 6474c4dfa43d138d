import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import { findBrowser } from '../../../test/helpers/browser';

type Values = Readonly<Record<string, unknown>>;

/** A browser driven by its own protocol alone: what test libraries add to each frame would count as ours. */
export interface DevTools {
  /** @param session of a page; undefined: the browser itself */
  readonly send: (method: string, parameters?: Values, session?: string) => Promise<Values>;
  /** Calls back at each event of a page. Gives what ends it. */
  readonly listen: (session: string, listener: (method: string, parameters: Values) => void) => () => void;
  stop(): Promise<void>;
}

interface Frame {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Values;
  readonly sessionId?: string;
  readonly result?: Values;
  readonly error?: { readonly message: string };
}

const ARGUMENTS = [
  '--headless',
  '--remote-debugging-port=0',
  '--no-first-run',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--mute-audio',
];

/** Starts a browser with an empty profile and takes hold of it. */
export async function startDevTools(): Promise<DevTools> {
  const { executablePath, args } = await findBrowser();
  const profile = mkdtempSync(join(tmpdir(), 'prp-bench-browser-'));
  const child = spawn(executablePath, [...ARGUMENTS, ...args, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  process.once('exit', () => child.kill('SIGKILL'));
  const socket = new WebSocket(await readAddress(child.stderr), { perMessageDeflate: false });
  await once(socket, 'open');
  const { send, listen } = talk(socket);
  return {
    send,
    listen,
    async stop() {
      await send('Browser.close');
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function readAddress(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const found = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (found !== undefined) {
      output.resume();
      return found;
    }
  }
  throw new Error('the browser did not start');
}

function talk(socket: WebSocket): Pick<DevTools, 'send' | 'listen'> {
  const waiting = new Map<number, (frame: Frame) => void>();
  const listeners = new Map<string, (method: string, parameters: Values) => void>();
  let sent = 0;
  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString()) as Frame;
    if (frame.id !== undefined) waiting.get(frame.id)?.(frame);
    else listeners.get(frame.sessionId ?? '')?.(frame.method ?? '', frame.params ?? {});
  });
  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        const id = (sent += 1);
        waiting.set(id, ({ result = {}, error }) => {
          waiting.delete(id);
          if (error === undefined) resolve(result);
          else reject(new Error(`${method}: ${error.message}`));
        });
        socket.send(JSON.stringify({ id, method, params, sessionId }));
      }),
    listen(session, listener) {
      listeners.set(session, listener);
      return () => listeners.delete(session);
    },
  };
}
