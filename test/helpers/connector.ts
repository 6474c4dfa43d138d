import { type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';

/** An activity as it goes over the wire: dates are text. */
export type WireActivity = Partial<Omit<Activity, 'timestamp'>> & { readonly timestamp?: string };

/** A client of Bot Framework on this machine, as the Emulator is one: it posts activities and takes the replies. */
export interface Connector {
  /** What the bot is told to answer to. */
  readonly serviceUrl: string;
  /** Everything the bot sent, in order, typing included. */
  readonly received: readonly WireActivity[];
  /** Waits until so many messages have come from the bot in all, and gives them; rejects after five seconds. */
  messages(count: number): Promise<readonly WireActivity[]>;
  /** Every request as it came: what was asked for, and where it went. */
  readonly requests: readonly ConnectorRequest[];
  /**
   * How the next posts are answered, one after the other; once they are used up, posts are taken again. A status that is
   * `taken` was delivered all the same: the person sees the message, and the bot does not know.
   */
  answer(...answers: readonly ConnectorAnswer[]): void;
  /** From here on the bot waits for each of its replies to be taken, until the function given back is called. */
  hold(): () => void;
  close(): Promise<void>;
}

/** What a connector was asked. */
interface ConnectorRequest {
  readonly path: string;
  readonly body: WireActivity;
}

/** An answer other than the usual one; `cut`: the connection ends without any. */
export interface ConnectorAnswer {
  readonly status: number | 'cut';
  readonly retryAfter?: string;
  readonly taken?: boolean;
}

/** A talk of one person with the bot, seen from the client. */
export interface Conversation {
  readonly id: string;
  /** Tells the bot that it and the person have come; gives the response's status. */
  join(): Promise<number>;
  /** Says something. */
  say(text: string): Promise<number>;
  /** Sends any activity; what is not given is filled in as the Emulator does. */
  send(activity: WireActivity): Promise<Response>;
}

/** Starts a connector on a free loopback port. */
export async function startConnector(): Promise<Connector> {
  const received: WireActivity[] = [];
  const requests: ConnectorRequest[] = [];
  const answers: ConnectorAnswer[] = [];
  const waiting = new Set<() => void>();
  let held: (() => void)[] | undefined;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString() || '{}') as WireActivity;
      const answer = request.method === 'POST' && body.type !== 'typing' ? answers.shift() : undefined;
      if (request.method === 'POST') requests.push({ path: request.url ?? '', body });
      if (request.method === 'POST' && (answer?.taken ?? answer === undefined)) received.push(body);
      if (answer !== undefined) {
        refuse(response, answer);
        waiting.forEach((look) => look());
        return;
      }
      const take = (): void => {
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify({ id: `reply-${received.length}` }));
      };
      if (held === undefined) take();
      else held.push(take);
      waiting.forEach((look) => look());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const messagesNow = (): WireActivity[] => received.filter(({ type }) => type === 'message');
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    requests,
    answer: (...next) => {
      answers.splice(0, answers.length, ...next);
    },
    messages: (count) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`expected ${count} messages of the bot, got ${messagesNow().length}`));
        }, 5000);
        const look = (): void => {
          if (messagesNow().length < count) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(messagesNow());
        };
        waiting.add(look);
        look();
      }),
    hold: () => {
      held = [];
      return () => {
        held?.forEach((take) => take());
        held = undefined;
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function refuse(response: ServerResponse, { status, retryAfter }: ConnectorAnswer): void {
  if (status === 'cut') {
    response.destroy();
    return;
  }
  response.writeHead(status, retryAfter === undefined ? {} : { 'Retry-After': retryAfter });
  response.end();
}

const BOT = { id: 'bot-1', name: 'Bot', role: 'bot' };
let conversations = 0;

/** Begins a talk in the Emulator's manner: its ids hold a bar, its locale is en-US, and it sends no Authorization. */
export function converse(botUrl: string, connector: Pick<Connector, 'serviceUrl'>, name = 'User'): Conversation {
  conversations += 1;
  const id = `c-${process.pid}-${conversations}-${Math.random().toString(36).slice(2)}|livechat`;
  const user = { id: `user-${id}`, name, role: 'user' };
  let sent = 0;
  const send = (activity: WireActivity): Promise<Response> => {
    sent += 1;
    return fetch(`${botUrl}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        id: `${id}-${sent}`,
        channelId: 'emulator',
        serviceUrl: connector.serviceUrl,
        conversation: { id },
        from: user,
        recipient: BOT,
        locale: 'en-US',
        timestamp: new Date().toISOString(),
        ...activity,
      }),
    });
  };
  return {
    id,
    send,
    join: async () => {
      const members = [BOT, user].map(({ id: member, name: called }) => ({ id: member, name: called }));
      return (await send({ type: 'conversationUpdate', membersAdded: members, membersRemoved: [] })).status;
    },
    say: async (text) => (await send({ type: 'message', text, textFormat: 'plain' })).status,
  };
}
