import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConversationState,
  MemoryStorage,
  type TurnContext,
} from 'botbuilder';
import { collectDefaultMetrics, Registry } from 'prom-client';
import restify, { type Request, type Response } from 'restify';

/**
 * The empty bot of the framework's own samples: CloudAdapter and restify, the state of a conversation in memory, one
 * reply a message; and its figures, which the measurement reads. Ends at SIGTERM.
 */
export async function runSampleProgram(): Promise<void> {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const state = new ConversationState(new MemoryStorage());
  const counted = state.createProperty<{ readonly count: number }>('counted');
  const run = async (context: TurnContext): Promise<void> => {
    if (context.activity.type === 'message') {
      const { count } = await counted.get(context, { count: 0 });
      await counted.set(context, { count: count + 1 });
      await context.sendActivity(`${count}: ${context.activity.text}`);
    }
    await state.saveChanges(context);
  };
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async (request: Request, response: Response) => {
    const { headers, method = 'POST' } = request;
    await adapter.process({ body: request.body as Record<string, unknown>, headers, method }, response, run);
  });
  server.get('/metrics', async (_request: Request, response: Response) => {
    response.end(await registry.metrics());
  });
  server.get('/healthz', (_request: Request, response: Response, next: () => void) => {
    response.send(200);
    next();
  });
  await new Promise<void>((resolve) => {
    server.listen(Number(process.env['PORT']), '127.0.0.1', resolve);
  });
  process.once('SIGTERM', () => process.exit());
}
