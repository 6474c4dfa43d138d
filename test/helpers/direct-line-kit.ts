import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import {
  createDirectLine,
  type DirectLine,
  type DirectLineDependencies,
} from '../../src/channels/direct-line/create-direct-line';
import { createActivityLog } from '../../src/storage/create-activity-log';
import { createKeptData } from '../../src/storage/kept-data';
import { openDatabase, type DatabasePlace } from '../../src/storage/open-database';
import { loadSigningKey } from '../../src/storage/signing-key';
import { createTurnGate } from '../../src/storage/turn-gate';
import { createTurnOrder } from '../../src/storage/turn-order';
import { serveDirectLine } from './direct-line-http';

/** What the tests' server says: easy to tell apart from what a patient says. */
export const SENTENCES = {
  tooManyMessages: 'رسائل كثيرة',
  tooLong: 'رسالة طويلة',
  filesNotAccepted: 'لا أستقبل الملفات',
  unavailable: 'الدردشة غير متاحة',
};

/** How the tests' bot is called. */
export const PARTY = { id: 'bot', name: 'المساعد' };

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
};

/** Serves a Direct Line over the real storage on a free port, with an echo for a bot unless told otherwise. */
export async function startDirectLine(options: KitOptions = {}): Promise<DirectLineKit> {
  const { run = echo, port = 0, place = { file: ':memory:' }, ...rest } = options;
  const logged: string[] = [];
  const note = (fields: object, message: string): void => {
    const { err } = fields as { readonly err?: Error };
    logged.push(`${message} ${err?.stack ?? JSON.stringify(fields)}`);
  };
  const database = await openDatabase(place);
  const log = createActivityLog({ database });
  const gate = createTurnGate({ database });
  const kept = createKeptData({ database });
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  adapter.use(createTurnOrder({ gate }));
  adapter.onTurnError = (_context, error) => {
    note({ err: error }, 'turn error');
    return Promise.resolve();
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
  const http = await serveDirectLine(directLine, port);
  return {
    directLine,
    url: http.url,
    domain: `${http.url}/v3/directline`,
    port: http.port,
    logged,
    stop: async () => {
      await directLine.stop();
      await http.stop();
      gate.close();
      log.close();
      await database.close();
    },
  };
}
