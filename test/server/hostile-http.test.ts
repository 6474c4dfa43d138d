import { type Connector, converse, startConnector } from '../helpers/connector';
import { sendRaw } from './raw-request';
import { type TestServer, startTestServer } from './create-test-server';

const json = { 'Content-Type': 'application/json' };

let server: TestServer;
let connector: Connector;
beforeAll(async () => {
  connector = await startConnector();
  server = await startTestServer();
});
afterAll(async () => {
  await server.stop();
  await connector.close();
});

/** Whatever was sent before, a patient is answered. */
afterEach(async () => {
  const heard = connector.received.length;
  expect(await converse(server.url, connector).say('still there')).toBe(200);
  expect(connector.received.slice(heard)).toHaveLength(1);
});

const activity = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  type: 'message',
  text: 'x',
  channelId: 'emulator',
  serviceUrl: connector.serviceUrl,
  conversation: { id: 'hostile' },
  from: { id: 'somebody' },
  recipient: { id: 'bot' },
  ...changes,
});

const post = (body: string | Buffer, headers: Record<string, string> = json): Promise<Response> =>
  fetch(`${server.url}/api/messages`, { method: 'POST', headers, body });

const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('a body that is no activity is refused with 400', () => {
  test.each<[string, string]>([
    ['nothing', ''],
    ['a broken object', '{"type":"message"'],
    ['null', 'null'],
    ['a number', '7'],
    ['a string', '"message"'],
    ['an array', '[]'],
    ['an array of activities', '[{"type":"message"}]'],
    ['an object without type', '{"text":"x"}'],
    ['an empty object', '{}'],
    ['a type that is a number', '{"type":1}'],
    ['a type that is an object', '{"type":{}}'],
    ['an empty type', '{"type":""}'],
    ['a message from nowhere', '{"type":"message","text":"x"}'],
    ['an array 100,000 deep', deep(100_000)],
    ['a null byte', '\u0000'],
    ['two objects', '{}{}'],
  ])('%s', async (_name, body) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: { code: 'BadRequest', message: 'The body is not a Bot Framework activity in JSON.' },
    });
  });

  test.each<[string, Record<string, unknown>]>([
    ['a text that is a number', { text: 5 }],
    ['a text that is an object', { text: { toString: 'x' } }],
    ['a conversation that is a string', { conversation: 'c' }],
    ['a conversation without id', { conversation: {} }],
    ['a conversation id that is an array', { conversation: { id: ['c'] } }],
    ['a conversation that is null', { conversation: null }],
    ['a sender that is missing', { from: undefined }],
    ['a sender without id', { from: { name: 'x' } }],
    ['a channel that is a number', { channelId: 5 }],
    ['a service URL that is a number', { serviceUrl: 5 }],
    ['attachments that are an object', { attachments: {} }],
    ['attachments that hold null', { attachments: [null] }],
    ['entities that are a string', { entities: 'x' }],
    ['members that are numbers', { type: 'conversationUpdate', membersAdded: [1] }],
    ['a date that is none', { timestamp: 'yesterday' }],
    ['a locale that is an object', { locale: {} }],
    ['a name of 100,000 letters', { name: 'n'.repeat(100_000) }],
    ['data nested too deep', { channelData: JSON.parse(deep(200)) }],
  ])('%s', async (_name, changes) => {
    expect((await post(JSON.stringify(activity(changes)))).status).toBe(400);
  });

  test.each(['__proto__', 'constructor', 'prototype'])('a key named %s, anywhere', async (key) => {
    const body = JSON.stringify(activity({ channelData: { inner: [{ KEY: { polluted: true } }] } }));
    expect((await post(body.replace('KEY', key))).status).toBe(400);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('bytes in another encoding', async () => {
    const body = Buffer.from(JSON.stringify(activity({ text: '\u00e9' })), 'latin1');
    expect((await post(body)).status).toBe(400);
  });
});

describe('fields sent as null are as good as left out', () => {
  test.each(['locale', 'attachments', 'entities', 'channelData', 'replyToId', 'timestamp'])('%s', async (name) => {
    expect((await post(JSON.stringify(activity({ [name]: null })))).status).toBe(200);
  });
});

describe('only JSON in UTF-8 is read', () => {
  test.each<[string, Record<string, string>]>([
    ['no content type', {}],
    ['plain text', { 'Content-Type': 'text/plain' }],
    ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['an upload', { 'Content-Type': 'multipart/form-data; boundary=x' }],
    ['something that begins like JSON', { 'Content-Type': 'application/jsonp' }],
    ['another encoding', { 'Content-Type': 'application/json; charset=utf-16' }],
    ['a packed body', { ...json, 'Content-Encoding': 'gzip' }],
  ])('%s gets 415', async (_name, headers) => {
    // A Buffer, since fetch gives a text a content type of its own.
    const response = await post(Buffer.from(JSON.stringify(activity())), headers);
    expect(response.status).toBe(415);
    expect(await response.json()).toHaveProperty('error.code', 'UnsupportedMediaType');
  });

  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"'])(
    '%s is JSON',
    async (type) => {
      expect((await post(JSON.stringify(activity()), { 'Content-Type': type })).status).toBe(200);
    },
  );
});

describe('a body over 256 kB gets 413', () => {
  const large = (): string => JSON.stringify(activity({ text: 'x'.repeat(256 * 1024) }));

  test('announced by its length', async () => {
    expect((await post(large())).status).toBe(413);
  });

  test('in chunks, without a length', async () => {
    const response = await fetch(`${server.url}/api/messages`, {
      method: 'POST',
      headers: json,
      body: new Blob([large()]).stream(),
      duplex: 'half',
    });
    expect(response.status).toBe(413);
  });

  test('that never ends', async () => {
    const head = 'POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n';
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const { status } = await sendRaw(
      server.url,
      `${head}Transfer-Encoding: chunked\r\n\r\n`,
      ...Array.from({ length: 40 }, () => chunk),
    );
    expect(status).toBe(413);
  });

  test('just below the limit it is read', async () => {
    expect((await post(JSON.stringify(activity({ text: 'x'.repeat(255 * 1024) })))).status).toBe(200);
  });
});

describe('requests that no client would send', () => {
  const lines = (...headers: readonly string[]): string =>
    ['POST /api/messages HTTP/1.1', 'Host: 127.0.0.1', 'Connection: close', ...headers, '', ''].join('\r\n');

  test.each<[string, string, number]>([
    ['a length shorter than the body', `${lines('Content-Type: application/json', 'Content-Length: 2')}{}{"a":1}`, 400],
    ['a length that is no number', `${lines('Content-Type: application/json', 'Content-Length: many')}{}`, 400],
    ['two lengths', `${lines('Content-Type: application/json', 'Content-Length: 2', 'Content-Length: 3')}{}`, 400],
    ['a length and chunks', `${lines('Content-Length: 2', 'Transfer-Encoding: chunked')}0\r\n\r\n`, 400],
    ['a header with a line break', lines('X-A: b\nX-B: c'), 400],
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['headers of 100 kB', lines(`X-Large: ${'x'.repeat(100_000)}`), 431],
  ])('%s', async (_name, request, status) => {
    expect((await sendRaw(server.url, request)).status).toBe(status);
  });

  test('a client that leaves in the middle of its body', async () => {
    const { hostname, port } = new URL(server.url);
    const { connect } = await import('node:net');
    const socket = connect(Number(port), hostname);
    socket.write(lines('Content-Type: application/json', 'Content-Length: 1000').concat('{"type":'));
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.destroy();
    await new Promise((resolve) => socket.once('close', resolve));
  });

  test('an upgrade that nobody serves', async () => {
    const { status } = await sendRaw(
      server.url,
      'GET /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    );
    expect(status).toBe(426);
  });
});

describe('addresses and methods', () => {
  test.each<[string, string, string, number]>([
    ['another method', 'GET', '/api/messages', 405],
    ['a method to delete', 'DELETE', '/api/messages', 405],
    ['a preflight', 'OPTIONS', '/api/messages', 405],
    ['an unknown address', 'GET', '/nothing', 404],
    ['a way out of the folder', 'GET', '/%2e%2e/%2e%2e/etc/passwd', 404],
    ['an address with a broken escape', 'GET', '/%ff%', 404],
    ['a slash at the end', 'POST', '/api/messages/', 404],
  ])('%s', async (_name, method, path, status) => {
    const response = await fetch(server.url + path, { method });
    expect(response.status).toBe(status);
    const body = (await response.json()) as { readonly error: { readonly code: string } };
    expect(Object.keys(body)).toEqual(['error']);
    expect(body.error.code).toBe(status === 404 ? 'NotFound' : 'MethodNotAllowed');
  });

  test('a refused method names the one that is served', async () => {
    expect((await fetch(`${server.url}/api/messages`)).headers.get('Allow')).toContain('POST');
  });
});

test('every answer carries the headers that keep a browser from using it, and none that names the software', async () => {
  for (const response of [await post('{}'), await fetch(`${server.url}/healthz`), await fetch(`${server.url}/x`)]) {
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect(response.headers.get('server')).toBeNull();
    expect(response.headers.get('x-powered-by')).toBeNull();
  }
});
