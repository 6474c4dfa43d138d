import { openClient, type RealClient } from '../../helpers/direct-line-client';
import { createDataDirectory, startServer, type RunningServer } from '../../helpers/start-server';

/** The whole program, with the assistant for a bot. */
describe('the chat of the program', () => {
  const data = createDataDirectory();
  let server: RunningServer;
  let client: RealClient | undefined;
  const start = async (port = '0'): Promise<void> => {
    server = await startServer({ DATA_DIR: data, PORT: port, ALLOWED_ORIGINS: 'https://clinic.example' });
  };
  const fetchToken = async (): Promise<Parameters<typeof openClient>[0]> => {
    const response = await fetch(`${server.url}/api/chat/token`, { method: 'POST' });
    return (await response.json()) as Parameters<typeof openClient>[0];
  };

  beforeAll(() => start(), 180_000);
  afterAll(async () => {
    client?.end();
    await server.stop();
  });

  it('welcomes, answers with buttons, survives SIGKILL and goes on in the same talk', async () => {
    const { domain, token } = await fetchToken();
    client = openClient({ domain, token });
    const [welcome = ''] = await client.messages(1);
    expect(welcome).toContain('البلازما');
    expect(client.received.find(({ type }) => type === 'message')).toHaveProperty('suggestedActions.actions');
    await client.say('هل جلسة البلازما مؤلمة؟');
    const [, , answer = ''] = await client.messages(3);
    expect(answer).toMatch(/ألم|مؤلم/);
    const port = new URL(server.url).port;
    await server.stop('SIGKILL');
    await start(port);
    await client.say('وكم جلسة أحتاج؟');
    const talk = await client.messages(5);
    expect(talk[4]).toMatch(/جلس/);
    expect(new Set(talk).size).toBe(5);
    expect(server.output()).not.toMatch(/مؤلمة|أحتاج/);
  }, 180_000);
});
