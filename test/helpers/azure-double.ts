import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** The secret the double knows. */
export const AZURE_SECRET = 'azure-secret-for-tests-0123456789';

/** Azure's Direct Line as its documentation tells of it, with a bot that repeats what is said. */
export interface AzureDouble {
  /** What `createAzureTokens` calls the base URL. */
  readonly baseUrl: string;
  /** What was asked for with the secret. */
  readonly asked: readonly { readonly user: { readonly id: string }; readonly trustedOrigins: readonly string[] }[];
  /** Tokens that took the place of older ones. */
  readonly renewals: number;
  /** Why requests were refused. */
  readonly refusals: readonly string[];
  /** Cuts every stream, as a network does. */
  cut(): void;
  /** Ends the tokens given so far. */
  expire(): void;
  stop(): Promise<void>;
}

interface Entry {
  readonly type: 'message';
  readonly id: string;
  readonly from: object;
  readonly timestamp: string;
  readonly text: unknown;
  readonly channelData?: unknown;
}

interface Talk {
  readonly id: string;
  readonly user: string;
  readonly origins: readonly string[];
  readonly entries: Entry[];
  stream?: WebSocket;
}

/** What a request may do, and with what. */
interface Asked {
  readonly method: string;
  readonly path: readonly string[];
  readonly watermark: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly talk: Talk;
}

interface Answer {
  readonly status: number;
  readonly body: object;
}

const BOT = { id: 'bot', role: 'bot' };
const PATH = '/v3/directline/';

/**
 * Starts the double. It differs from this product's own Direct Line where Azure does: it is told the user and the pages
 * that may ask, wants the author named, allows one stream a conversation (`collision`), begins a stream without
 * watermark with what is new, takes no ended token, and deletes nothing.
 */
export async function startAzureDouble(): Promise<AzureDouble> {
  const talks = new Map<string, Talk>();
  const tokens = new Map<string, string>();
  const asked: AzureDouble['asked'][number][] = [];
  const refusals: string[] = [];
  let renewals = 0;
  let count = 0;
  let host = '';

  const give = (id: string): string => {
    count += 1;
    const claims = Buffer.from(JSON.stringify({ user: talks.get(id)?.user, conv: id, count })).toString('base64url');
    const token = `e30.${claims}.signature`;
    tokens.set(token, id);
    return token;
  };
  const show = (talk: Talk, entry: Omit<Entry, 'type' | 'id' | 'timestamp'>): string => {
    const id = `${talk.id}|${String(talk.entries.length).padStart(7, '0')}`;
    talk.entries.push({ type: 'message', id, timestamp: new Date().toISOString(), ...entry });
    talk.stream?.send(JSON.stringify(pageOf(talk, talk.entries.length - 1)));
    return id;
  };
  const pageOf = ({ entries }: Talk, from: number): object => ({
    activities: entries.slice(from),
    watermark: String(entries.length),
  });

  const refuse = (reason: string, status: number): Answer => {
    refusals.push(`${reason}: ${status}`);
    return { status, body: { error: { code: 'BadArgument', message: reason } } };
  };
  const generate = (secret: string | undefined, body: Asked['body']): Answer => {
    if (secret !== `Bearer ${AZURE_SECRET}`) return refuse('the secret', 403);
    const wish = body as unknown as AzureDouble['asked'][number];
    asked.push(wish);
    const id = `talk-${talks.size}`;
    talks.set(id, { id, user: wish.user.id, origins: wish.trustedOrigins, entries: [] });
    return { status: 200, body: { conversationId: id, token: give(id), expires_in: 1800 } };
  };
  const enter = ({ id }: Talk, watermark: string): object => {
    const token = give(id);
    const streamUrl = `ws://${host}${PATH}conversations/${id}/stream?watermark=${watermark}&t=${token}`;
    return { conversationId: id, token, expires_in: 1800, streamUrl };
  };
  const hear = (talk: Talk, { from, text, channelData }: Asked['body']): Answer => {
    if ((from as { readonly id?: unknown } | undefined)?.id !== talk.user) return refuse('the author', 400);
    const id = show(talk, { from: { id: talk.user }, text, channelData });
    show(talk, { from: BOT, text: `قلت: ${String(text)}` });
    return { status: 200, body: { id } };
  };
  const serve = ({ method, path, watermark, body, talk }: Asked): Answer => {
    const [place, name, part = ''] = path;
    switch (`${method} ${place} ${part}`) {
      case 'POST conversations ':
        if (talk.entries.length === 0) show(talk, { from: BOT, text: 'أهلا' });
        return { status: 201, body: enter(talk, '') };
      case 'GET conversations ':
        return name === talk.id ? { status: 200, body: enter(talk, watermark) } : refuse('the conversation', 404);
      case 'POST tokens ':
        renewals += 1;
        return { status: 200, body: { conversationId: talk.id, token: give(talk.id), expires_in: 1800 } };
      case 'GET conversations activities':
        return { status: 200, body: pageOf(talk, Number(watermark)) };
      case 'POST conversations activities':
        return hear(talk, body);
      default:
        return refuse(`${method} ${path.join('/')}`, 405);
    }
  };
  const receive = ({ method = '', url, headers }: IncomingMessage, body: Asked['body']): Answer => {
    if (method === 'OPTIONS') return { status: 200, body: {} };
    const { pathname, searchParams } = new URL(url ?? '', 'http://localhost');
    const path = pathname.replace(PATH, '').split('/');
    if (path.join('/') === 'tokens/generate') return generate(headers.authorization, body);
    const talk = talks.get(tokens.get(headers.authorization?.replace('Bearer ', '') ?? '') ?? '');
    if (talk === undefined) return refuse('the token', 403);
    if (!talk.origins.includes(headers.origin ?? '')) return refuse('the origin', 403);
    return serve({ method, path, watermark: searchParams.get('watermark') ?? '', body, talk });
  };

  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', request.headers['access-control-request-headers'] ?? '');
    response.setHeader('Access-Control-Allow-Methods', 'GET, POST, DELETE');
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const { status, body } = receive(request, JSON.parse(text === '' ? '{}' : text) as Asked['body']);
      // Not chained: restify, in the same process, makes `writeHead` return nothing.
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, { url }) => {
    const { searchParams } = new URL(url ?? '', 'http://localhost');
    const talk = talks.get(tokens.get(searchParams.get('t') ?? '') ?? '');
    if (talk === undefined) {
      socket.close(1008);
      return;
    }
    const watermark = searchParams.get('watermark') ?? '';
    const older = talk.stream;
    talk.stream = socket;
    older?.close(1000, 'collision');
    socket.on('close', () => {
      if (talk.stream === socket) delete talk.stream;
    });
    const first = watermark === '' && talk.entries.length > 1 ? talk.entries.length : Number(watermark);
    if (first < talk.entries.length) socket.send(JSON.stringify(pageOf(talk, first)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cut = (): void => sockets.clients.forEach((socket) => socket.terminate());

  return {
    baseUrl: `http://${host}/v3/directline`,
    asked,
    refusals,
    get renewals() {
      return renewals;
    },
    cut,
    expire: () => tokens.clear(),
    stop: () =>
      new Promise((resolve) => {
        cut();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
