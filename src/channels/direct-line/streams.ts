import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { ActivityBody, ConversationLog } from '../../bot/ports/conversation-log';
import { createHeartbeat } from './heartbeat';
import type { LimitSettings } from './limit-settings';
import type { Origins } from './origins';
import { createSocketCounts } from './socket-counts';
import { createStreamReader, type StreamReader } from './stream-reader';
import type { Tokens } from './tokens';
import { readWatermark } from './watermark';

/** The WebSocket streams of all conversations. */
export interface Streams {
  /** Takes over a connection that asked for a stream; refuses it with an HTTP status where it must. */
  open(request: IncomingMessage, socket: Duplex, head: Buffer, remoteAddress: string): void;
  /** Shows an activity that is not kept to everybody who has the conversation open on this instance; false: to nobody. */
  readonly show: (conversationId: string, activity: ActivityBody) => boolean;
  /** Ends the streams of a conversation. */
  readonly end: (conversationId: string) => void;
  /** Open streams. */
  readonly size: number;
  stop(): void;
}

interface Dependencies {
  readonly log: Pick<ConversationLog, 'readAfter' | 'subscribe'>;
  readonly tokens: Pick<Tokens, 'readForStream'>;
  readonly origins: Pick<Origins, 'isAllowed'>;
  readonly limits: LimitSettings;
  readonly onFailure: (error: unknown) => void;
  readonly writing?: Writing | undefined;
}

/** Signs that a person is writing to whoever has a conversation open. Nothing of it is kept. */
export interface Writing {
  /** Calls back whenever somebody writes; gives back what ends that. */
  readonly listen: (conversationId: string, wake: () => void) => () => void;
  /** What to show then; undefined: nobody has the conversation. */
  readonly describe: (conversationId: string, userId: string) => Promise<ActivityBody | undefined>;
}

/** Clients send empty frames; a longer one is junk. */
const LONGEST_FRAME = 1024;
const GOING_AWAY = 1001;
const RESTARTING = 1012;
/** Milliseconds a client has to say goodbye when it is refused, or the server stops. */
const CLOSING_MS = 1_000;

export function createStreams({ log, tokens, origins, limits, onFailure, writing }: Dependencies): Streams {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: LONGEST_FRAME,
  });
  const counts = createSocketCounts(limits);
  const heartbeat = createHeartbeat(limits);
  const readers = new Map<string, Map<WebSocket, StreamReader>>();
  let stopped = false;

  const serve = (
    socket: WebSocket,
    { conversationId, user, watermark }: { conversationId: string; user: string; watermark: number },
    release: () => void,
  ): void => {
    const reader = createStreamReader({ log, socket, conversationId, watermark, onFailure });
    const unsubscribe = log.subscribe(conversationId, reader.wake);
    const showWriting = async (): Promise<void> => {
      const activity = await writing?.describe(conversationId, user);
      if (activity !== undefined) reader.show(activity);
    };
    const unlisten = writing?.listen(conversationId, () => void showWriting().catch(onFailure));
    const others = readers.get(conversationId) ?? new Map<WebSocket, StreamReader>();
    readers.set(conversationId, others.set(socket, reader));
    heartbeat.watch(socket);
    // A socket that fails is closed by its library: `close` follows.
    socket.on('error', () => undefined);
    socket.once('close', () => {
      unsubscribe();
      unlisten?.();
      others.delete(socket);
      if (others.size === 0) readers.delete(conversationId);
      release();
    });
    reader.wake();
  };

  /** Serves the stream, or gives the HTTP status it is refused with. */
  const open = async (request: IncomingMessage, socket: Duplex, head: Buffer, address: string) => {
    const { conversationId, token, watermark } = readStreamAddress(request.url ?? '');
    if (stopped) return '503 Service Unavailable';
    if (!origins.isAllowed(request)) return '403 Forbidden';
    const holder = await tokens.readForStream(token);
    if (holder.kind !== 'valid' || holder.conversation !== conversationId) return '401 Unauthorized';
    const release = counts.take(address, conversationId);
    if (release === undefined) return '503 Service Unavailable';
    // Until the handshake is done, only the connection itself says that it is gone; afterwards both do.
    socket.once('close', release);
    server.handleUpgrade(request, socket, head, (webSocket) =>
      serve(webSocket, { conversationId, user: holder.user, watermark }, release),
    );
    return undefined;
  };

  return {
    open(request, socket, head, address) {
      // A connection that fails is closed by Node: `close` follows.
      socket.on('error', () => undefined);
      const refuse = (status = ''): void => {
        if (status === '') return;
        socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
        // A client that keeps its half open must not keep the socket.
        setTimeout(() => socket.destroy(), CLOSING_MS).unref();
      };
      open(request, socket, head, address).then(refuse, (error: unknown) => {
        onFailure(error);
        socket.destroy();
      });
    },
    show(conversationId, activity) {
      const open = readers.get(conversationId);
      for (const reader of open?.values() ?? []) reader.show(activity);
      return open !== undefined;
    },
    end(conversationId) {
      for (const socket of readers.get(conversationId)?.keys() ?? []) socket.close(GOING_AWAY);
    },
    get size() {
      return counts.size;
    },
    stop() {
      stopped = true;
      heartbeat.stop();
      const open = [...readers.values()].flatMap((sockets) => [...sockets.keys()]);
      for (const socket of open) socket.close(RESTARTING);
      setTimeout(() => {
        for (const socket of open) socket.terminate();
      }, CLOSING_MS).unref();
    },
  };
}

/** `…/conversations/{id}/stream?t={token}&watermark={sequence}` */
function readStreamAddress(url: string): {
  readonly conversationId: string;
  readonly token: string;
  readonly watermark: number;
} {
  const [path = '', query = ''] = url.split('?', 2);
  const parameters = new URLSearchParams(query);
  return {
    conversationId: /\/conversations\/([\w-]+)\/stream$/.exec(path)?.[1] ?? '',
    token: parameters.get('t') ?? '',
    watermark: readWatermark(parameters.get('watermark') ?? undefined),
  };
}
