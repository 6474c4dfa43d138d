import { type RawBuilder, sql } from 'kysely';
import { Client, type ClientConfig } from 'pg';

import { createLocalSignals, type Signals, type Topic, TOPICS } from './signals';

/** One channel for all topics: a connection listens to it once. */
const CHANNEL = 'prp_assistant';
const KEEP_ALIVE_MS = 5_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

interface Dependencies {
  readonly connection: ClientConfig;
  readonly instance: string;
}

const readPayload = (payload: string): { instance: string; topic: Topic; key: string } | undefined => {
  const [instance, name, ...key] = payload.split(' ');
  const topic = TOPICS.find((candidate) => candidate === name);
  if (instance === undefined || topic === undefined) return undefined;
  return { instance, topic, key: key.join(' ') };
};

/**
 * Signals over LISTEN/NOTIFY, on a connection of their own that opens with the first listener, is asked for a sign of
 * life every five seconds and is opened anew when lost; then every listener is woken, since news may have been missed.
 */
export const createPostgresSignals = ({ connection, instance }: Dependencies): Signals => {
  const local = createLocalSignals();
  let client: Client | undefined;
  let started = false;
  let closed = false;
  let pause = FIRST_PAUSE_MS;
  let timer: NodeJS.Timeout | undefined;

  const later = (work: () => void, ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(work, ms).unref();
  };
  const reconnect = (lost: Client): void => {
    if (client !== lost) return;
    client = undefined;
    lost.end().catch(() => undefined);
    if (closed) return;
    later(() => void connect(), pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  };
  const askForLife = (asked: Client): void => {
    asked.query('select 1').then(
      () => {
        if (client === asked) later(() => askForLife(asked), KEEP_ALIVE_MS);
      },
      () => reconnect(asked),
    );
  };
  const connect = async (): Promise<void> => {
    const opened = new Client({ ...connection, query_timeout: KEEP_ALIVE_MS, keepAlive: true });
    client = opened;
    opened.on('error', () => reconnect(opened));
    opened.on('end', () => reconnect(opened));
    opened.on('notification', ({ payload }) => {
      const news = readPayload(payload ?? '');
      if (news !== undefined && news.instance !== instance) local.tell(news.topic, news.key);
    });
    try {
      await opened.connect();
      await opened.query(`listen ${CHANNEL}`);
    } catch {
      reconnect(opened);
      return;
    }
    pause = FIRST_PAUSE_MS;
    local.tellAll();
    askForLife(opened);
  };

  const announcement = (topic: Topic, key: string): RawBuilder<unknown> =>
    sql`pg_notify(${CHANNEL}, ${`${instance} ${topic} ${key}`})`;

  return {
    tell: (topic, key, news) => local.tell(topic, key, news),
    announce: async (write, topic, key) => {
      await sql`select ${announcement(topic, key)}`.execute(write);
    },
    announcement,
    listen: (topic, key, listener) => {
      if (!started) {
        started = true;
        void connect();
      }
      return local.listen(topic, key, listener);
    },
    close: async () => {
      closed = true;
      clearTimeout(timer);
      const open = client;
      client = undefined;
      await open?.end().catch(() => undefined);
    },
  };
};
