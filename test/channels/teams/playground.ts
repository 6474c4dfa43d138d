import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import WebSocket from 'ws';
import { findFreePort } from '../../helpers/free-port';

/** Listens on every network by default; a test must not. */
const ON_LOOPBACK = `data:text/javascript,${encodeURIComponent(`
  import net from 'node:net';
  const { listen } = net.Server.prototype;
  net.Server.prototype.listen = function (port, ...rest) {
    return listen.call(this, Number(port), '127.0.0.1', rest.find((each) => typeof each === 'function'));
  };`)}`;

/** The people and places of the Playground when nothing is configured. */
export const BOT = { id: '00000000-0000-0000-0000-00000000000011', name: 'Test Bot' };
const ALEX = 'user-id-0';
export const MEGAN = 'user-id-1';
export const TEAM = 'team-id';

/** A message of the bot as the client shows it. */
export interface Shown {
  readonly messageId: string;
  readonly text?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: ShownCard }[];
}

export interface ShownCard {
  readonly type: string;
  readonly rtl: boolean;
  readonly fallbackText: string;
  readonly body: readonly ShownElement[];
}

export interface ShownElement {
  readonly type: string;
  readonly text?: string;
  readonly items?: readonly ShownElement[];
  readonly actions?: readonly ShownButton[];
}

export interface ShownButton {
  readonly type: string;
  readonly title: string;
  readonly url?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** The Microsoft 365 Agents Playground without its page: a Teams client on this machine. */
export interface Playground {
  readonly url: string;
  readonly personal: string;
  readonly group: string;
  /** Adds the bot, as Teams does it: an installation and a member added. */
  install(conversation: string): Promise<void>;
  /** Says something; gives the conversation the answer comes in (in a channel: the thread). */
  say(
    conversation: string,
    text: string,
    options?: { readonly mention?: string; readonly from?: string },
  ): Promise<string>;
  press(conversation: string, messageId: string, data: object, from?: string): Promise<void>;
  invoke(name: string, value: object, conversation?: string): Promise<unknown>;
  /** The next message of the bot in a conversation that was not looked at yet. */
  next(conversation: string): Promise<Shown>;
  /** Everything the bot said in a conversation. */
  all(conversation: string): readonly Shown[];
  stop(): Promise<void>;
}

/** Starts it against a bot. */
export async function startPlayground(botUrl: string): Promise<Playground> {
  const port = await findFreePort();
  const child = launch(botUrl, port);
  const url = `http://127.0.0.1:${port}`;
  await answers(`${url}/_debug/ping`, child);
  const { config } = (await (await fetch(`${url}/_internal/v1/config`)).json()) as {
    config: { personalChat: { id: string }; groupChats: [{ id: string }] };
  };
  const stream = await listen(`ws://127.0.0.1:${port}/_ws_conversation/v1/conversations/stream`);
  const post = async (path: string, body: object): Promise<unknown> => {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`the Playground answers ${path} with ${response.status}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const personal = config.personalChat.id;
  return {
    url,
    personal,
    group: config.groupChats[0].id,
    install: async (conversation) => {
      await post(`/_debug/conversation/${conversation}/installation`, {});
    },
    say: async (conversation, text, { mention, from = ALEX } = {}) => {
      const mentions = mention === undefined ? [] : [{ mentioned: { id: BOT.id }, text: mention }];
      const path = `/_conversation/v1/conversations/${encodeURIComponent(conversation)}/messages`;
      const sent = await post(path, { type: 'text', text, textFormat: 'plain', from: { id: from }, mentions });
      return (sent as { postConversationId?: string }).postConversationId ?? conversation;
    },
    press: async (conversation, replyToId, value, from = ALEX) => {
      await post('/_conversation/v1/submit', {
        conversation: { id: conversation },
        from: { id: from },
        replyToId,
        value,
      });
    },
    invoke: (name, value, conversation = personal) =>
      post('/_conversation/v1/invoke', { name, value, from: { id: ALEX }, conversation: { id: conversation } }),
    next: stream.next,
    all: stream.all,
    stop: async () => {
      stream.close();
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function launch(botUrl: string, port: number): ChildProcess {
  const folder = dirname(require.resolve('@microsoft/m365agentsplayground/package.json'));
  return spawn(process.execPath, ['--import', ON_LOOPBACK, join(folder, 'cli.js'), '--disable-telemetry'], {
    cwd: tmpdir(),
    stdio: 'ignore',
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      TEAMSAPPTESTER_BROWSER: 'none',
      BOT_ENDPOINT: `${botUrl}/api/messages`,
      TEAMSAPPTESTER_PORT: String(port),
    },
  });
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`the Playground ended with ${child.exitCode}`);
}

/** Longest wait for an answer of the bot: a busy machine may take seconds. */
const PATIENCE = 20_000;

async function listen(url: string) {
  const heard = new Map<string, Shown[]>();
  const looked = new Map<string, number>();
  const waiting = new Set<() => void>();
  const socket = new WebSocket(url);
  socket.on('message', (data: Buffer) => {
    const { action, actionConversationId, message } = JSON.parse(data.toString()) as {
      action: string;
      actionConversationId: string;
      message: Shown & { readonly from: { readonly id: string } };
    };
    if (action !== 'createMessage' || message.from.id !== BOT.id) return;
    heard.set(actionConversationId, [...(heard.get(actionConversationId) ?? []), message]);
    waiting.forEach((look) => look());
  });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const all = (conversation: string): readonly Shown[] => heard.get(conversation) ?? [];
  const next = (conversation: string): Promise<Shown> =>
    new Promise((resolve, reject) => {
      const at = looked.get(conversation) ?? 0;
      looked.set(conversation, at + 1);
      const timer = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`the bot says nothing more in ${conversation}, after ${at} messages`));
      }, PATIENCE);
      const look = (): void => {
        const message = all(conversation)[at];
        if (message === undefined) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve(message);
      };
      waiting.add(look);
      look();
    });
  return { all, next, close: () => socket.terminate() };
}
