import { WebSocket } from 'ws';
import type { HttpClient } from './http-client';
import type { SeenActivity, Tally } from './tally';

/** Somebody whose chat is open. */
export interface Visitor {
  /** Posts a message; resolves with its reply. The tally keeps the time. */
  ask(text: string): Promise<void>;
  leave(): void;
}

/** What a chat is opened with. */
export interface Visit {
  readonly http: HttpClient;
  readonly tally: Tally;
  /** The address this visitor comes from. */
  readonly address: string;
}

/** Milliseconds after which nobody waits for a welcome or a reply any more; the tally counts a reply as lost. */
const PATIENCE = 20_000;
let messages = 0;

/** Opens a chat as the page does: a token, a conversation, its stream; resolves once the welcome is there. */
export async function openVisitor({ http, tally, address }: Visit): Promise<Visitor> {
  const generated = await http.post('/v3/directline/tokens/generate', {}, { address });
  const started = await http.post(
    '/v3/directline/conversations',
    {},
    { address, token: readText(generated.body.token) },
  );
  if (started.status !== 201) throw new Error(`a chat was refused: ${started.status} ${JSON.stringify(started.body)}`);
  const token = readText(started.body.token);
  const path = `/v3/directline/conversations/${readText(started.body.conversationId)}/activities`;
  const socket = await openStream(readText(started.body.streamUrl), address, tally);
  return {
    async ask(text) {
      messages += 1;
      const clientActivityID = `${process.pid}-${messages}`;
      const body = { type: 'message', text, from: { id: 'me' }, channelData: { clientActivityID } };
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, PATIENCE);
        tally.asked(clientActivityID, () => {
          clearTimeout(timer);
          resolve();
        });
        http.post(path, body, { address, token }).then(
          ({ status }) => {
            if (status === 200) return;
            console.error(`a message was refused: ${status}`);
            resolve();
          },
          (error: unknown) => console.error(`a message could not be sent: ${String(error)}`),
        );
      });
    },
    leave: () => socket.terminate(),
  };
}

function openStream(url: string, address: string, tally: Tally): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { headers: { 'X-Forwarded-For': address }, perMessageDeflate: false });
    socket.once('error', reject);
    const timer = setTimeout(() => reject(new Error('a chat was opened, but no welcome came')), PATIENCE);
    socket.on('message', (data: Buffer) => {
      if (data.length === 0) return;
      const { activities = [] } = JSON.parse(data.toString()) as { readonly activities?: readonly SeenActivity[] };
      for (const activity of activities) tally.seen(activity);
      if (!activities.some(({ type }) => type === 'message')) return;
      clearTimeout(timer);
      resolve(socket);
    });
  });
}

const readText = (value: unknown): string => {
  if (typeof value !== 'string') throw new Error(`expected a text in an answer, found ${JSON.stringify(value)}`);
  return value;
};
