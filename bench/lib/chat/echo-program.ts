import type { TurnContext } from 'botbuilder';
import { createAuthentication } from '../../../src/channels/bot-framework/create-authentication';
import { HttpAdapter } from '../../../src/channels/bot-framework/http-adapter';
import { readConfig } from '../../../src/program/settings/config';
import { createChat } from '../../../src/program/chat/create-chat';
import { createTexts } from '../../../src/knowledge/create-texts';
import { keptContent } from '../../../src/program/content/kept-content';
import { loadKnowledge } from '../../../src/knowledge/load-knowledge';
import { databasePlace, openStores } from '../../../src/program/stores/open-stores';
import { createLog } from '../../../src/server/create-log';
import { createServer } from '../../../src/server/create-server';
import { createMetrics } from '../../../src/server/metrics';
import { mountRoutes } from '../../../src/server/mount-routes';
import { readRemoteAddress } from '../../../src/server/remote-address';
import { createTurnMeter } from '../../../src/server/turn-meter';
import { createWorkInProgress } from '../../../src/server/work-in-progress';
import { createTurnOrder } from '../../../src/storage/turns/turn-order';

/**
 * The program of `src/program/start-program.ts` with an empty bot: the same server, Direct Line, storage and order of turns, read
 * from the same environment; what a message costs here is what everything around the assistant costs. Ends at SIGTERM.
 */
export async function runEchoProgram(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog({ level: config.logLevel });
  const knowledge = loadKnowledge(config.knowledgeDirectory, keptContent());
  const stores = await openStores(databasePlace(config.database), config, (error) =>
    log.error({ err: error }, 'purge'),
  );
  const work = createWorkInProgress();
  const metrics = createMetrics(() => work.size);
  const adapter = new HttpAdapter(createAuthentication({ kind: 'local' }));
  adapter.use(createTurnMeter(metrics), createTurnOrder(stores));
  const assistant = {
    bot: { run: echo },
    answerWithoutStorage: undefined,
    compose: { knowledge, texts: createTexts(knowledge) },
  };
  const chat = createChat({ config, assistant, adapter, stores, log });
  const server = createServer({
    log,
    work,
    metrics,
    metricsToken: config.metricsToken,
    health: { database: () => stores.database.ping() },
    messages: undefined,
    mounts: [(restify) => mountRoutes(restify, chat.routes, config.trustedProxies)],
    upgrade: (request, socket, head) =>
      chat.upgrade(request, socket, head, readRemoteAddress(request, config.trustedProxies)),
  });
  stores.retention.start();
  await server.start(config.host, config.port);
  chat.start();
  process.once('SIGTERM', () => process.exit());
}

/** Greets whoever comes and repeats what is said. */
async function echo(context: TurnContext): Promise<void> {
  const { type, text } = context.activity;
  if (type === 'message') await context.sendActivity(text);
  if (type === 'conversationUpdate') await context.sendActivity('hello');
}
