import { StorageUnavailableError } from '../../src/bot/ports/storage-unavailable-error';
import { type TestServer, type TestServerOptions, startTestServer } from './create-test-server';

let server: TestServer;
afterEach(async () => {
  await server.stop();
});

const get = async (options: TestServerOptions, path: string, init: RequestInit = {}): Promise<Response> => {
  server = await startTestServer(options);
  return fetch(server.url + path, init);
};
const fine = (): Promise<void> => Promise.resolve();
const broken = (): Promise<void> => Promise.reject(new Error('password=x'));

test.each<[string, TestServerOptions['health'], number, unknown]>([
  [
    'all parts work',
    { database: fine, knowledge: fine },
    200,
    { status: 'ok', checks: { database: 'ok', knowledge: 'ok' } },
  ],
  [
    'the database is gone',
    { database: broken, knowledge: fine },
    503,
    { status: 'failed', checks: { database: 'failed', knowledge: 'ok' } },
  ],
  [
    'the disk is full',
    { database: () => Promise.reject(new StorageUnavailableError('full', 'SQLITE_FULL')), knowledge: fine },
    503,
    { status: 'failed', checks: { database: 'failed', knowledge: 'ok' }, faults: { database: 'full' } },
  ],
])('health where %s', async (_name, health, status, body) => {
  const response = await get({ health: health ?? {} }, '/healthz');
  expect([response.status, await response.json()]).toEqual([status, body]);
});

test('a part that never answers counts as failed', async () => {
  const response = await get({ health: { database: () => new Promise(() => undefined) } }, '/healthz');
  expect(response.status).toBe(503);
});

test('the process says what lives where a part of it does not work', async () => {
  const response = await get({ health: { database: broken } }, '/livez');
  expect([response.status, await response.json()]).toEqual([200, { status: 'ok', checks: { process: 'ok' } }]);
});

test('health can be asked for its head', async () => {
  const response = await get({}, '/healthz', { method: 'HEAD' });
  expect([response.status, await response.text()]).toEqual([200, '']);
});

test('metrics count requests by route, never by the address asked for', async () => {
  await get({}, '/somebody/42');
  const text = await (await fetch(`${server.url}/metrics`)).text();
  expect(text).toContain('prp_http_requests_total{method="GET",route="none",status="404"} 1');
  expect(text).toContain('prp_turns_in_progress 0');
  expect(text).not.toContain('somebody');
});

const TOKEN = 'a-token-of-sufficient-length';
test.each<[string, string | undefined, Record<string, string>, number]>([
  ['this machine, where there is no token', undefined, {}, 200],
  ['a visitor of a proxy, where there is no token', undefined, { 'X-Forwarded-For': '203.0.113.7' }, 403],
  ['whoever knows the token', TOKEN, { Authorization: `Bearer ${TOKEN}` }, 200],
  ['this machine without the token', TOKEN, {}, 403],
  ['whoever guesses', TOKEN, { Authorization: 'Bearer guess' }, 403],
])('metrics asked for by %s', async (_name, metricsToken, headers, status) => {
  const options = metricsToken === undefined ? {} : { metricsToken };
  expect((await get(options, '/metrics', { headers })).status).toBe(status);
});
