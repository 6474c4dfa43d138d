import { DirectLine, type Activity, type ConnectionStatus } from 'botframework-directlinejs';
import { WebSocket } from 'ws';
import { FetchXmlHttpRequest } from './direct-line-xhr';

const sockets = new Map<string, WebSocket[]>();

/** Remembers the sockets of each conversation, so that a test can tear them. */
class TornSocket extends WebSocket {
  constructor(url: string) {
    super(url);
    const conversationId = readConversationId(url);
    sockets.set(conversationId, [...(sockets.get(conversationId) ?? []), this]);
  }
}

const readConversationId = (url: string): string => /conversations\/([^/]+)\/stream/.exec(url)?.[1] ?? '';

/** Cuts the connections of a conversation as a tunnel does: without a goodbye. Gives how many there were. */
export function tearSockets(conversationId: string): number {
  const open = (sockets.get(conversationId) ?? []).filter(({ readyState }) => readyState === WebSocket.OPEN);
  for (const socket of open) socket.terminate();
  return open.length;
}

// The real client looks for a browser's own parts among the globals.
Object.assign(globalThis, { XMLHttpRequest: FetchXmlHttpRequest, WebSocket: TornSocket });

/** Microsoft's client (botframework-directlinejs), as a page uses it. */
export interface RealClient {
  readonly directLine: DirectLine;
  /** Everything that came on the stream, in order. */
  readonly received: readonly Activity[];
  /** Statuses, in order. */
  readonly statuses: readonly ConnectionStatus[];
  /** Errors of the stream. */
  readonly errors: readonly unknown[];
  /** Sends a message; gives its id, or `retry`. Rejects where the client reports a failure. */
  say(text: string, clientActivityId?: string): Promise<string>;
  post(activity: object): Promise<string>;
  /** The texts of all messages so far. */
  texts(): string[];
  /** The same in the order of their timestamps, as Web Chat shows them. */
  inOrder(): string[];
  /** Waits until so many messages have come in all; gives their texts. */
  messages(count: number): Promise<string[]>;
  end(): void;
}

interface Options {
  readonly domain: string;
  readonly token: string;
  readonly conversationId?: string;
  readonly watermark?: string;
  readonly webSocket?: boolean;
  readonly locale?: string;
  readonly timeout?: number;
}

/** The client waits 3 to 15 seconds before it reconnects; this "random" number makes it a tenth of a second. */
const QUICK = -0.2417;

let sent = 0;

/** Opens the chat. */
export function openClient({ locale, ...options }: Options): RealClient {
  const directLine = new DirectLine({
    pollingInterval: 200,
    // Also the pause before another try to reconnect.
    timeout: 2000,
    ...options,
    random: () => QUICK,
    ...(locale !== undefined && { conversationStartProperties: { locale } }),
  });
  const received: Activity[] = [];
  const statuses: ConnectionStatus[] = [];
  const errors: unknown[] = [];
  const looks = new Set<() => void>();
  directLine.connectionStatus$.subscribe((status) => void statuses.push(status));
  const subscription = directLine.activity$.subscribe(
    (activity) => {
      received.push(activity);
      looks.forEach((look) => look());
    },
    (error: unknown) => void errors.push(error),
  );
  const texts = (): string[] =>
    received.flatMap((activity) => (activity.type === 'message' ? [activity.text ?? ''] : []));
  const post = (activity: object): Promise<string> =>
    new Promise((resolve, reject) => {
      directLine.postActivity(activity as Activity).subscribe(resolve, reject);
    });
  return {
    directLine,
    received,
    statuses,
    errors,
    post,
    texts,
    inOrder: () =>
      received
        .filter(({ type }) => type === 'message')
        .sort((a, b) => Date.parse(a.timestamp ?? '') - Date.parse(b.timestamp ?? ''))
        .map((activity) => ('text' in activity ? (activity.text ?? '') : '')),
    say(text, clientActivityId = `client-${(sent += 1)}`) {
      const from = { id: 'me', name: '', role: 'user' };
      return post({ type: 'message', text, from, channelData: { clientActivityID: clientActivityId } });
    },
    messages: (count) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (texts().length < count) return;
          looks.delete(look);
          clearTimeout(timer);
          resolve(texts());
        };
        const timer = setTimeout(() => {
          looks.delete(look);
          reject(new Error(`expected ${count} messages, got ${JSON.stringify(texts())}`));
        }, 8000);
        looks.add(look);
        look();
      }),
    end() {
      subscription.unsubscribe();
      directLine.end();
    },
  };
}

/** A token for a new conversation. */
export async function fetchToken(domain: string): Promise<{ readonly token: string; readonly conversationId: string }> {
  const response = await fetch(`${domain}/tokens/generate`, { method: 'POST' });
  return (await response.json()) as { readonly token: string; readonly conversationId: string };
}
