import type { TurnContext } from 'botbuilder';
import type { BotFrameworkAccess } from '../../src/channels/bot-framework/access';
import { type Cloud, createAuthentication } from '../../src/channels/bot-framework/create-authentication';
import { HttpAdapter } from '../../src/channels/bot-framework/http-adapter';
import { createLog } from '../../src/server/create-log';
import { createMetrics } from '../../src/server/metrics';
import { createServer, type ServerDependencies } from '../../src/server/create-server';
import { createTurnLimit } from '../../src/server/turn-limit';
import { createWorkInProgress } from '../../src/server/work-in-progress';

/** A server on a free port whose bot does what the test says. */
export interface TestServer {
  readonly url: string;
  /** Every line logged so far. */
  readonly log: readonly string[];
  stop(milliseconds?: number): Promise<boolean>;
}

export interface TestServerOptions {
  readonly access?: BotFrameworkAccess;
  readonly cloud?: Cloud;
  readonly turn?: (context: TurnContext) => Promise<void>;
  readonly activitiesPerMinute?: number;
  readonly metricsToken?: string;
  readonly health?: ServerDependencies['health'];
  readonly mounts?: ServerDependencies['mounts'];
}

const echo = async (context: TurnContext): Promise<void> => {
  if (context.activity.type === 'message') await context.sendActivity(`echo: ${context.activity.text}`);
};

/** Starts the server of src/server with everything real but the bot behind it. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { access = { kind: 'local' }, turn = echo, activitiesPerMinute = 1000, health = {}, mounts = [] } = options;
  const lines: string[] = [];
  const work = createWorkInProgress();
  const server = createServer({
    log: createLog({ level: 'debug', destination: { write: (line) => void lines.push(line) } }),
    work,
    metrics: createMetrics(() => work.size),
    metricsToken: options.metricsToken,
    health,
    mounts,
    messages: {
      access,
      adapter: new HttpAdapter(createAuthentication(access, options.cloud)),
      turn,
      limit: createTurnLimit({ activities: activitiesPerMinute, seconds: 60 }),
    },
  });
  const url = await server.start('127.0.0.1', 0);
  return { url, log: lines, stop: (milliseconds = 1000) => server.stop(milliseconds) };
}
