import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { type Connector, converse, startConnector } from '../helpers/connector';
import { type TestServer, type TestServerOptions, startTestServer } from './create-test-server';

let connector: Connector;
let server: TestServer | undefined;
beforeEach(async () => {
  connector = await startConnector();
});
afterEach(async () => {
  await server?.stop();
  await connector.close();
});

const start = async (options: TestServerOptions = {}): Promise<string> => {
  server = await startTestServer(options);
  return server.url;
};

test('a message is answered at the service URL it names', async () => {
  const talk = converse(await start(), connector);
  expect(await talk.say('مرحبا')).toBe(200);
  const [reply] = await connector.messages(1);
  expect(reply).toMatchObject({
    text: 'echo: مرحبا',
    conversation: { id: talk.id },
    recipient: { id: `user-${talk.id}` },
  });
});

test('a client that expects replies gets them in the response, and nothing is sent elsewhere', async () => {
  const response = await converse(await start(), connector).send({
    type: 'message',
    text: 'x',
    deliveryMode: 'expectReplies',
  });
  expect(await response.json()).toMatchObject({ activities: [{ type: 'message', text: 'echo: x' }] });
  expect(connector.received).toHaveLength(0);
});

test('an invoke nobody handles gets 501 without a body', async () => {
  const response = await converse(await start(), connector).send({ type: 'invoke', name: 'unknown' });
  expect([response.status, await response.text()]).toEqual([501, '']);
});

describe('without an app id', () => {
  test.each<[string, string]>([
    ['another machine', 'https://attacker.example/'],
    ['a name that begins like ours', 'http://localhost.attacker.example/'],
    ['a user name that looks like ours', 'http://localhost@attacker.example/'],
    ['the address of every network', 'http://0.0.0.0:80/'],
    ['a private network', 'http://192.168.1.1/'],
    ['the address of cloud secrets', 'http://169.254.169.254/'],
    ['a file', 'file:///etc/passwd'],
    ['no address', 'localhost'],
    ['nothing', ''],
  ])('a service URL at %s is refused with 403', async (_name, serviceUrl) => {
    const response = await converse(await start(), { serviceUrl }).send({ type: 'message', text: 'x' });
    expect(response.status).toBe(403);
    expect(await response.json()).toHaveProperty('error.code', 'Forbidden');
  });

  test('a request without service URL is refused, since its answer would go to Microsoft', async () => {
    const activity = {
      type: 'message',
      text: 'x',
      channelId: 'emulator',
      conversation: { id: 'c' },
      from: { id: 'u' },
    };
    const response = await fetch(`${await start()}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(activity),
    });
    expect(response.status).toBe(403);
  });

  test.each(['X-Forwarded-For', 'X-Forwarded-Host', 'Forwarded'])(
    'a request through a proxy (%s) is refused',
    async (name) => {
      const response = await fetch(`${await start()}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', [name]: 'clinic.example' },
        body: '{}',
      });
      expect(response.status).toBe(403);
    },
  );

  test.each(['localhost', '127.0.0.1', '127.1'])('the service URL http://%s is this machine', async (host) => {
    const { port } = new URL(connector.serviceUrl);
    const talk = converse(await start(), { serviceUrl: `http://${host}:${port}` });
    expect(await talk.say('x')).toBe(200);
    await connector.messages(1);
  });
});

test('a failing turn gets a generic answer, and neither answer nor log holds what was said', async () => {
  const url = await start({ turn: ({ activity }) => Promise.reject(new Error(`cannot handle ${activity.text}`)) });
  const talk = converse(url, connector, 'Somebody Special');
  const response = await talk.send({ type: 'message', text: 'my secret illness' });
  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({
    error: { code: 'InternalServerError', message: 'Something went wrong.' },
  });
  const log = server?.log.join('') ?? '';
  expect(log).toContain('a request failed');
  expect(log).not.toMatch(/secret|cannot handle|Special/);
  expect(log).not.toContain(talk.id);
});

test('a reply the client does not take ends the turn, not the process', async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const url = await start();
  expect(await converse(url, { serviceUrl: `http://127.0.0.1:${port}` }).say('x')).toBe(500);
  expect(await converse(url, connector).say('x')).toBe(200);
});

test('one person over the limit is told to wait, another in the same conversation is not', async () => {
  const url = await start({ activitiesPerMinute: 3 });
  const talk = converse(url, connector);
  const statuses = [];
  for (let said = 0; said < 4; said += 1) statuses.push(await talk.say('x'));
  expect(statuses).toEqual([200, 200, 200, 429]);
  const refused = await talk.send({ type: 'message', text: 'x' });
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect((await talk.send({ type: 'message', text: 'x', from: { id: 'another', name: '' } })).status).toBe(200);
  expect(await converse(url, connector).say('x')).toBe(200);
});

/** Waits until no new connection is taken. */
const expectRefused = async (url: string): Promise<void> => {
  const { hostname, port } = new URL(url);
  for (;;) {
    const socket = connect(Number(port), hostname);
    const outcome = await new Promise<string>((resolve) => {
      socket.once('connect', () => resolve('taken'));
      socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
    });
    socket.destroy();
    if (outcome === 'ECONNREFUSED') return;
  }
};

describe('stopping', () => {
  /** A bot that answers when it is let. */
  const startSlow = async (): Promise<{
    readonly url: string;
    readonly begun: Promise<void>;
    readonly go: () => void;
  }> => {
    let begin = (): void => undefined;
    let go = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const let_ = new Promise<void>((resolve) => (go = resolve));
    const url = await start({
      turn: async (context) => {
        begin();
        await let_;
        await context.sendActivity('late');
      },
    });
    return { url, begun, go };
  };

  test('a turn under way finishes and is answered; new requests are not taken', async () => {
    const { url, begun, go } = await startSlow();
    const answer = converse(url, connector).say('x');
    await begun;
    const stopped = server?.stop(5000);
    await expectRefused(url);
    go();
    expect(await answer).toBe(200);
    expect(await stopped).toBe(true);
    expect(await connector.messages(1)).toHaveLength(1);
  });

  test('a turn that does not end is given up after the limit', async () => {
    const { url, begun } = await startSlow();
    const answer = converse(url, connector).say('x');
    await begun;
    expect(await server?.stop(50)).toBe(false);
    await expect(answer).rejects.toThrow();
  });

  test('clients that keep their connection open do not hold it up', async () => {
    const url = await start();
    await (await fetch(`${url}/healthz`)).text();
    expect(await server?.stop(5000)).toBe(true);
  });
});
