import { connect } from 'node:net';
import fc from 'fast-check';
import { startConnector, converse } from '../helpers/connector';
import { type RunningServer, startServer } from '../helpers/start-server';
import { sendLarge } from './large-body';
import { sendRaw } from './raw-request';

jest.setTimeout(120_000);

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop('SIGKILL');
});

const isAlive = async (): Promise<boolean> =>
  server.process.exitCode === null && (await fetch(`${server.url}/healthz`)).ok;

const get = (target: string, ...headers: readonly string[]): string =>
  [`GET ${target} HTTP/1.1`, ...headers, 'Connection: close', '', ''].join('\r\n');

describe('a request whose address no URL can be made of gets 400, and the next one its answer', () => {
  test.each<[string, string]>([
    ['a Host that is a bracket', get('/healthz', 'Host: [')],
    ['a Host with a port that is none', get('/healthz', 'Host: a:99999')],
    ['a Host with a space', get('/healthz', 'Host: a b')],
    ['a Host with a broken escape', get('/healthz', 'Host: %zz')],
    ['a Host of numbers', get('/healthz', 'Host: 1.2.3.4.5')],
    ['a Host that would lead to another route', get('/x', 'Host: a/healthz?')],
    ['a Host with a user', get('/healthz', 'Host: me@a')],
    ['two Hosts', get('/healthz', 'Host: a', 'Host: b')],
    ['a target of another scheme', get('ftp://a/', 'Host: a')],
    ['a target without a host', get('http://', 'Host: a')],
    ['a target with a port that is none', get('http://a:b/', 'Host: a')],
    ['a target that is a word', get('healthz', 'Host: a')],
    ['a body announced to such a Host', get('/healthz', 'Host: [', 'Expect: 100-continue', 'Content-Length: 5')],
    [
      'an upgrade with such a Host',
      get('/v3/directline/conversations/x/stream', 'Host: [', 'Upgrade: websocket').replace('close', 'upgrade'),
    ],
  ])('%s', async (_name, request) => {
    expect((await sendRaw(server.url, request)).status).toBe(400);
    expect(await isAlive()).toBe(true);
  });

  test.each<[string, string, number]>([
    ['a Host that is an IPv6 address', get('/healthz', 'Host: [::1]:80'), 200],
    ['an empty Host', get('/healthz', 'Host:'), 200],
    ['the whole address as a proxy would write it', get('http://a.example/healthz', 'Host: a.example'), 200],
    ['two slashes', get('//', 'Host: a'), 404],
  ])('%s is read', async (_name, request, status) => {
    expect((await sendRaw(server.url, request)).status).toBe(status);
  });
});

describe('what is sent on behind a request whose answer closes the connection ends nothing', () => {
  const body = 'POST /nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}';
  const more = `${body}${body}${get('/nowhere', 'Host: a').replace('close', 'keep-alive')}`;
  test.each<[string, string, number]>([
    ['without a Host', get('/healthz'), 400],
    ['with a Host that cannot be read', get('/healthz', 'Host: ['), 400],
    ['with an expectation nobody serves', get('/healthz', 'Host: a', 'Expect: tea'), 417],
  ])('%s', async (_name, first, status) => {
    for (const end of ['', 'x / HTTP/1.1\r\n\r\n', 'GET / HTTP/1.1\r\n\r\n', `${body}x`]) {
      expect((await sendRaw(server.url, `${first}${more}${end}`)).status).toBe(status);
      expect(await isAlive()).toBe(true);
    }
  });
});

test('a refused upgrade is closed even where the client keeps its half open', async () => {
  const { hostname, port } = new URL(server.url);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => undefined);
  socket.resume();
  socket.write('GET /x HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
  // Only a connection the server has let go of can no longer be written to.
  const beat = setInterval(() => socket.write('x'), 100);
  await closed;
  clearInterval(beat);
});

describe('whoever sends a large body reads why it is refused, instead of a broken pipe', () => {
  const json = { 'Content-Type': 'application/json' };
  test.each<[string, string, Readonly<Record<string, string>>, string]>([
    ['a picture for a chat, without a token', '/v3/directline/conversations/x/upload?userId=x', {}, '401'],
    ['a message without a token', '/v3/directline/conversations/x/activities', json, '401'],
    ['from a client that wants the end', '/v3/directline/conversations/x/activities', { Connection: 'close' }, '401'],
    ['an activity', '/api/messages', json, '413'],
    ['a sheet for the console', '/staff/sign-in', { 'Content-Type': 'multipart/form-data; boundary=x' }, '403'],
    ['anything, anywhere', '/nowhere', json, '404'],
  ])('%s', async (_name, path, headers, status) => {
    const statuses = await Promise.all(Array.from({ length: 12 }, () => sendLarge(server.url + path, 8, headers)));
    expect(statuses).toEqual(statuses.map(() => status));
  });
});

/** What breaks parsers: brackets, escapes, bytes above ASCII, and the names that mean something here. */
const piece = fc.oneof(
  fc.constantFrom(
    '/',
    '//',
    '\\',
    '[',
    ']',
    '[::1]',
    ':',
    '@',
    '#',
    '?',
    '%',
    '%ff',
    '%00',
    '..',
    '*',
    '\u00ff',
    'a',
    '=',
    '&',
    ';',
  ),
  fc.constantFrom(
    'localhost',
    'xn--a',
    'http:',
    'healthz',
    'metrics',
    'api',
    'chat',
    'token',
    'messages',
    'v3',
    'directline',
  ),
  fc.constantFrom(
    'conversations',
    'activities',
    'stream',
    't',
    'watermark',
    'upload',
    '99999',
    '1.2.3.4.5',
    '__proto__',
  ),
  fc.string({ maxLength: 6 }),
);
const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('').replaceAll(/[\r\n]/g, ''));
const header = fc.tuple(
  fc.oneof(
    fc.constantFrom(
      'Host',
      'Expect',
      'Upgrade',
      'Connection',
      'Transfer-Encoding',
      'Content-Length',
      'Content-Type',
      'Origin',
    ),
    fc.constantFrom(
      'Forwarded',
      'X-Forwarded-For',
      'X-Forwarded-Proto',
      'X-Forwarded-Host',
      'Authorization',
      'If-None-Match',
    ),
    fc.constantFrom(
      'Sec-WebSocket-Key',
      'Sec-WebSocket-Version',
      'Sec-WebSocket-Extensions',
      'Accept-Encoding',
      'Accept',
      'Cookie',
    ),
  ),
  fc.oneof(
    text,
    fc.constantFrom(
      'upgrade',
      'websocket',
      'h2c',
      'chunked',
      '100-continue',
      '0',
      '5',
      '-1',
      '1e9',
      '13',
      'close',
      'Bearer x',
    ),
    fc.constantFrom(
      'application/json',
      'application/json; charset=utf-16',
      'dGhlIHNhbXBsZSBub25jZQ==',
      'gzip',
      'text/html;q=x',
    ),
  ),
);
const address = fc.oneof(
  text.map((rest) => `/${rest}`),
  fc.constantFrom(
    '/',
    '/chat',
    '/healthz',
    '/metrics',
    '/api/messages',
    '/api/chat/token',
    '/v3/directline/conversations',
  ),
  fc.constantFrom(
    '/v3/directline/conversations/x/stream?t=%&watermark=-1',
    '/v3/directline/conversations/%ff/activities',
    '*',
  ),
  text,
);
const request = fc
  .record({
    method: fc.constantFrom(
      'GET',
      'POST',
      'HEAD',
      'OPTIONS',
      'DELETE',
      'PUT',
      'CONNECT',
      'TRACE',
      'PROPFIND',
      'get',
      'PRI',
    ),
    target: address,
    version: fc.constantFrom('1.1', '1.1', '1.1', '1.0', '2.0'),
    host: fc.oneof(text, fc.constantFrom('localhost', '127.0.0.1:3978', '')),
    headers: fc.array(header, { maxLength: 5 }),
    body: fc.oneof(text, fc.json({ maxDepth: 2 }), fc.constant('{"type":"message","text":"x"}')),
  })
  .map(({ method, target, version, host, headers, body }) =>
    [
      `${method} ${target} HTTP/${version}`,
      `Host: ${host}`,
      ...headers.map(([name, value]) => `${name}: ${value}`),
      '',
      body,
    ].join('\r\n'),
  );

/** Writes the bytes, reads what comes for a moment, and leaves without a goodbye. */
const throwAt = (bytes: string): Promise<void> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.setTimeout(40, () => socket.destroy());
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
    socket.resume();
    socket.write(Buffer.from(bytes, 'latin1'));
  });

test('thousands of random requests leave the program running, and a patient answered', async () => {
  const property = fc.asyncProperty(fc.array(request, { minLength: 40, maxLength: 60 }), async (requests) => {
    await Promise.all(requests.map(throwAt));
    return isAlive();
  });
  await fc.assert(property, { numRuns: 60, endOnFailure: true });
  const connector = await startConnector();
  expect(await converse(server.url, connector).say('هل حقن البلازما مؤلم؟')).toBe(200);
  expect(await connector.messages(1)).toHaveLength(1);
  await connector.close();
  expect(server.output()).not.toContain('at the door');
});
