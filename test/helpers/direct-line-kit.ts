import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import {
  createDirectLine,
  type DirectLine,
  type DirectLineDependencies,
} from '../../src/channels/direct-line/create-direct-line';
import { isStorageTrouble } from '../../src/channels/direct-line/storage-trouble';
import { createLog } from '../../src/server/create-log';
import { createMetrics } from '../../src/server/metrics';
import { createServer } from '../../src/server/create-server';
import { mountRoutes } from '../../src/server/mount-routes';
import { createWorkInProgress } from '../../src/server/work-in-progress';
import { type StoredConversationLog, createConversationLog } from '../../src/storage/chat-log/create-conversation-log';
import type { Database } from '../../src/storage/engine/database';
import { createKeptData } from '../../src/storage/lists/kept-data';
import { openDatabase, type DatabasePlace } from '../../src/storage/engine/open-database';
import { loadSigningKey } from '../../src/storage/chat-log/signing-key';
import { createTurnGate } from '../../src/storage/turns/turn-gate';
import { createTurnOrder } from '../../src/storage/turns/turn-order';

/** What the tests' server says: easy to tell apart from what a patient says. */
export const SENTENCES = {
  tooManyMessages: 'رسائل كثيرة',
  tooLong: 'رسالة طويلة',
  filesNotAccepted: 'لا أستقبل الملفات',
  unavailable: 'الدردشة غير متاحة',
};

/** How the tests' bot is called. */
const PARTY = { id: 'bot', name: 'المساعد' };

/** Greets whoever comes and repeats what is said. */
export async function echo(context: TurnContext): Promise<void> {
  const { type, text, membersAdded = [], recipient } = context.activity;
  if (type === 'conversationUpdate' && membersAdded.some(({ id }) => id !== recipient.id)) {
    await context.sendActivity('أهلا');
  }
  if (type === 'message') await context.sendActivity(`قلت: ${text}`);
}

/** A served Direct Line. */
export interface DirectLineKit {
  readonly directLine: DirectLine;
  readonly log: StoredConversationLog;
  readonly url: string;
  /** What directlinejs calls the domain. */
  readonly domain: string;
  readonly port: number;
  /** Everything that was logged. */
  readonly logged: readonly string[];
  stop(): Promise<void>;
}

/** What a test may set. */
export type KitOptions = Partial<Omit<DirectLineDependencies, 'bot' | 'log'>> & {
  readonly run?: (context: TurnContext) => Promise<void>;
  readonly port?: number;
  /** Default: a database in memory. */
  readonly place?: DatabasePlace;
  /** An open one instead, closed with the server. */
  readonly database?: Database;
};

/** The bot's account in Azure, as the environment tells it; none without an app id. */
const readAccount = (appId: string | undefined): Record<string, string> =>
  appId === undefined
    ? {}
    : {
        MicrosoftAppId: appId,
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppTenantId: appId,
        MicrosoftAppPassword: 'password-for-tests',
      };

/** Serves a Direct Line over the real storage on a free port, with an echo for a bot unless told otherwise. */
export async function startDirectLine(options: KitOptions = {}): Promise<DirectLineKit> {
  const { run = echo, port = 0, place = { file: ':memory:' }, ...rest } = options;
  const logged: string[] = [];
  const note = (fields: object, message: string): void => {
    const { err } = fields as { readonly err?: Error };
    logged.push(`${message} ${err?.stack ?? JSON.stringify(fields)}`);
  };
  const database = options.database ?? (await openDatabase(place));
  const log = createConversationLog({ database });
  const gate = createTurnGate({ database });
  const kept = createKeptData({ database });
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(readAccount(options.appId)));
  adapter.use(createTurnOrder({ gate: gate.held }));
  adapter.onTurnError = (_context, error) => {
    note({ err: error }, 'turn error');
    return isStorageTrouble(error) ? Promise.reject(error) : Promise.resolve();
  };
  const directLine = createDirectLine({
    adapter,
    bot: { run },
    log,
    signingKey: await loadSigningKey(database),
    sentences: SENTENCES,
    party: PARTY,
    allowedOrigins: ['https://clinic.example'],
    behindProxy: false,
    erase: async (person) => {
      await kept.deleteByUser(person);
    },
    logger: { warn: note, error: note },
    ...rest,
  });
  directLine.start();
  const server = createServer({
    log: createLog({ level: 'silent' }),
    work: createWorkInProgress(),
    metrics: createMetrics(() => 0),
    metricsToken: undefined,
    health: {},
    messages: undefined,
    mounts: [(restify) => mountRoutes(restify, directLine.routes, 0)],
    upgrade: (request, socket, head) => directLine.upgrade(request, socket, head),
  });
  const url = await server.start('127.0.0.1', port);
  return {
    directLine,
    log,
    url,
    domain: `${url}/v3/directline`,
    port: Number(new URL(url).port),
    logged,
    stop: async () => {
      await directLine.stop();
      await server.stop(5000);
      gate.close();
      log.close();
      await database.close();
    },
  };
}

/** Asks the server, as a program does. */
export async function ask(
  kit: Pick<DirectLineKit, 'domain'>,
  method: string,
  path: string,
  { token, body, headers }: { readonly token?: string; readonly body?: unknown; readonly headers?: object } = {},
): Promise<{ readonly status: number; readonly headers: Headers; readonly body: Answered }> {
  const response = await fetch(`${kit.domain}${path}`, {
    method,
    headers: {
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: JSON.parse(text || '{}') as Answered };
}

/** What answers may hold. */
export interface Answered {
  readonly conversationId: string;
  readonly token: string;
  readonly expires_in: number;
  readonly streamUrl: string;
  readonly domain: string;
  readonly sessionId: string;
  readonly id: string;
  readonly watermark: string;
  readonly activities: readonly Readonly<Record<string, unknown>>[];
  readonly error: { readonly code: string; readonly message: string };
}

/** A visitor whose chat is open, without a stream. */
export interface Visitor {
  readonly token: string;
  readonly id: string;
  readonly streamUrl: string;
  readonly say: (text: string, clientActivityId?: string) => Promise<Awaited<ReturnType<typeof ask>>>;
  /** Texts of all messages kept, in order; asks again while the server says it cannot (503), as clients do. */
  texts(): Promise<readonly unknown[]>;
  /** Waits until so many messages are kept; gives their texts. */
  readonly heard: (count: number) => Promise<readonly unknown[]>;
}

/** Begins a chat, as a program does. */
export async function visit(kit: Pick<DirectLineKit, 'domain'>): Promise<Visitor> {
  const generated = await ask(kit, 'POST', '/tokens/generate');
  const started = await ask(kit, 'POST', '/conversations', { token: generated.body.token, body: {} });
  const { token, conversationId: id, streamUrl } = started.body;
  return revisit(kit, { token, id, streamUrl });
}

/** The same chat at another server over the same data. */
export function revisit(
  kit: Pick<DirectLineKit, 'domain'>,
  { token, id, streamUrl }: Pick<Visitor, 'token' | 'id' | 'streamUrl'>,
): Visitor {
  const texts = async (tries = 20): Promise<readonly unknown[]> => {
    const { status, body } = await ask(kit, 'GET', `/conversations/${id}/activities?watermark=`, { token });
    if (status === 503 && tries > 0) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      return texts(tries - 1);
    }
    return body.activities.filter(({ type }) => type === 'message').map(({ text }) => text);
  };
  return {
    token,
    id,
    streamUrl,
    texts: () => texts(),
    say: (text, clientActivityID) =>
      ask(kit, 'POST', `/conversations/${id}/activities`, {
        token,
        body: {
          type: 'message',
          text,
          from: { id: 'me' },
          ...(clientActivityID && { channelData: { clientActivityID } }),
        },
      }),
    async heard(count) {
      const end = Date.now() + 15_000;
      for (;;) {
        const heard = await texts();
        if (heard.length >= count) return heard;
        if (Date.now() > end) throw new Error(`expected ${count} messages, got ${JSON.stringify(heard)}`);
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    },
  };
}
