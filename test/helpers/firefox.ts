import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import WebSocket from 'ws';

/** A Firefox of the machine, spoken with by WebDriver BiDi: Playwright asks for more of it than Debian's understands. */
export interface Firefox {
  readonly version: string;
  /** Goes to an address in the one page there is. */
  open(url: string): Promise<void>;
  /** The value of an expression in the page, or in the frame whose address holds `frame`. Promises are waited for. */
  evaluate(expression: string, frame?: string): Promise<unknown>;
  /** Presses keys one after the other, wherever the focus is. */
  press(...keys: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

type Json = Readonly<Record<string, unknown>>;
interface Context {
  readonly context: string;
  readonly url: string;
  readonly children: readonly Context[] | null;
}

const NAMES = ['firefox-esr', 'firefox'];
/** Nothing of these tests is private, and a first start asks nobody. */
const PREFERENCES = [
  'user_pref("browser.shell.checkDefaultBrowser", false);',
  'user_pref("datareporting.policy.dataSubmissionEnabled", false);',
  'user_pref("remote.active-protocols", 1);',
];

/** The Firefox that is installed; undefined: none, and `FIREFOX_PATH` names none. */
export function findFirefox(): string | undefined {
  const named = process.env['FIREFOX_PATH'];
  if (named !== undefined && named !== '') return named === 'none' ? undefined : named;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

export async function launchFirefox(path: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'prp-firefox-'));
  writeFileSync(join(profile, 'user.js'), PREFERENCES.join('\n'));
  const browser = spawn(path, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: profile },
  });
  const socket = new WebSocket(`${await addressOf(browser)}/session`);
  await once(socket, 'open');
  const waiting = new Map<number, (answer: Json) => void>();
  socket.on('message', (data: Buffer) => {
    const answer = JSON.parse(data.toString('utf8')) as Json;
    waiting.get(answer['id'] as number)?.(answer);
  });
  let count = 0;
  const send = async (method: string, params: Json = {}): Promise<Json> => {
    count += 1;
    const id = count;
    const answer = await new Promise<Json>((resolve) => {
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
    waiting.delete(id);
    if (answer['type'] === 'error') throw new Error(`${method}: ${String(answer['message'])}`);
    return answer['result'] as Json;
  };
  const { capabilities } = await send('session.new', { capabilities: {} });
  const contexts = async (): Promise<readonly Context[]> =>
    (await send('browsingContext.getTree'))['contexts'] as never;
  const [page] = await contexts();
  const context = page?.context ?? '';
  const find = async (part: string): Promise<string> => {
    const all = (list: readonly Context[]): readonly Context[] =>
      list.flatMap((one) => [one, ...all(one.children ?? [])]);
    const found = all(await contexts()).find(({ url, context: id }) => id !== context && url.includes(part));
    if (found === undefined) throw new Error(`no frame at ${part}`);
    return found.context;
  };
  return {
    version: String((capabilities as Json)['browserVersion']),
    async open(url) {
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    async evaluate(expression, frame) {
      const target = { context: frame === undefined ? context : await find(frame) };
      const told = await send('script.evaluate', {
        expression: `(async () => JSON.stringify(await (${expression})) ?? null)()`,
        target,
        awaitPromise: true,
      });
      if (told['type'] === 'exception') throw new Error(JSON.stringify(told['exceptionDetails']));
      const { value } = told['result'] as { readonly value?: string };
      return value === undefined ? undefined : (JSON.parse(value) as unknown);
    },
    async press(...keys) {
      const actions = keys.flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      await send('input.performActions', { context, actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    async close() {
      const gone = once(browser, 'exit');
      await send('browser.close').catch(() => browser.kill());
      await gone;
      socket.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Firefox says where it listens on its standard error. */
function addressOf(browser: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    browser.stderr!.on('data', (chunk: Buffer) => {
      said += String(chunk);
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    browser.once('exit', () => reject(new Error(`Firefox did not start: ${said}`)));
  });
}
