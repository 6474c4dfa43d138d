import { join } from 'node:path';
import { type Connector, type WireActivity, converse, startConnector } from './connector';
import { contentOf } from './in-process-talker';
import { type RunningServer, createDataDirectory, startServer } from './start-server';
import type { Heard, Said, Talker } from './transcript';

/** The program in a process of its own, and a client of Bot Framework beside it. */
export interface HttpDoor {
  /** A talk through `POST /api/messages`. It cannot make time go by. */
  talker(): Talker;
  close(): Promise<void>;
}

/** Starts both. */
export async function openHttpDoor(): Promise<HttpDoor> {
  const data = join(createDataDirectory(), 'data');
  const connector = await startConnector();
  let server: RunningServer = await startServer({ DATA_DIR: data });

  return {
    talker() {
      const talk = converse(server.url, connector);
      const hear = (post: () => Promise<Response>): Promise<Heard[]> => hearReplies(connector, post);
      return {
        async join() {
          const before = connector.received.length;
          expect(await talk.join()).toBe(200);
          return repliesSince(connector, before);
        },
        say: (message) => hear(() => talk.send({ type: 'message', ...wireContentOf(message) })),
        edit: (message) => hear(() => talk.send({ type: 'messageUpdate', ...wireContentOf(message) })),
        async restart() {
          expect(await server.stop('SIGKILL')).toBe('SIGKILL');
          server = await startServer({ DATA_DIR: data, PORT: new URL(server.url).port });
        },
      };
    },
    async close() {
      await server.stop();
      await connector.close();
    },
  };
}

/** Content holds no dates: it goes over the wire as it is. */
function wireContentOf(message: Said): WireActivity {
  const { text = '', attachments = [], channelData } = contentOf(message);
  return { text, attachments, channelData };
}

async function hearReplies(connector: Connector, post: () => Promise<Response>): Promise<Heard[]> {
  const before = connector.received.length;
  expect((await post()).status).toBe(200);
  return repliesSince(connector, before);
}

/** The turn has ended when its request is answered: all its replies have come. */
function repliesSince({ received }: Connector, count: number): Heard[] {
  return received
    .slice(count)
    .filter(({ type }) => type === 'message')
    .map(({ text = '', suggestedActions }) => ({
      text,
      // A link that dials or opens says nothing to the assistant.
      buttons: (suggestedActions?.actions ?? [])
        .filter(({ type }) => type !== 'call' && type !== 'openUrl')
        .map(({ title }) => title),
    }));
}
