import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { converse, startConnector } from '../helpers/connector';
import { visit } from '../helpers/direct-line-kit';
import { createDataDirectory, type RunningServer, runToEnd, startServer } from '../helpers/start-server';

jest.setTimeout(120_000);

const DATA_DIR = join(createDataDirectory(), 'data');
const QUESTION = 'هل حقن البلازما مؤلم؟';
let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ DATA_DIR, PUBLIC_URL: 'https://chat.clinic.example', TRUSTED_PROXIES: '1' });
});
afterAll(() => server.stop('SIGKILL'));

test('behind a proxy that says nothing of itself no request is taken for local, and the answer names the proxy', async () => {
  const connector = await startConnector();
  const response = await converse(server.url, connector).send({ type: 'message', text: QUESTION });
  expect(response.status).toBe(403);
  expect(await response.text()).toContain('PUBLIC_URL and TRUSTED_PROXIES');
  const metrics = await fetch(`${server.url}/metrics`);
  expect(metrics.status).toBe(403);
  expect(await metrics.text()).toContain('METRICS_TOKEN');
  await connector.close();
});

test('a second process on one data folder is refused in words, and the first serves on', async () => {
  const { code, output } = await runToEnd({ DATA_DIR });
  expect(code).toBe(1);
  expect(output).toContain(`Another copy of this program uses the folder ${DATA_DIR}`);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

test('the health tells whether there is room for another chat', async () => {
  expect(await (await fetch(`${server.url}/healthz`)).json()).toMatchObject({ checks: { room: 'ok' } });
});

test('a copy of the database after a clean stop is whole', async () => {
  const visitor = await visit({ domain: `${server.url}/v3/directline` });
  await visitor.say(QUESTION);
  await visitor.heard(3);
  expect(await server.stop('SIGTERM')).toBe(0);
  const copy = join(createDataDirectory(), 'copy.db');
  copyFileSync(join(DATA_DIR, 'assistant.db'), copy);
  const database = new DatabaseSync(copy);
  expect(database.prepare('select count(*) as count from activities where from_user = 1').get()).toMatchObject({
    count: 1,
  });
  database.close();
});
