import { setTimeout as sleep } from 'node:timers/promises';
import { createBrokenCopy } from '../knowledge/broken-copy';
import { createDataDirectory, type RunningServer, runToEnd, startServer } from '../helpers/start-server';

jest.setTimeout(180_000);

const copy = createBrokenCopy();
const variables = { KNOWLEDGE_DIR: copy.directory, DATA_DIR: createDataDirectory() };
const NAME = 'مركز البستان لحقن البلازما';
/** Put before the first answer of a file. */
const PROMISE = 'النتيجة مضمونة 100%.';
let server: RunningServer;
beforeAll(async () => {
  server = await startServer(variables);
});
afterAll(async () => {
  await server.stop('SIGKILL');
  copy.remove();
});

const health = async (): Promise<unknown> => (await fetch(`${server.url}/healthz`)).json();
const page = async (): Promise<string> => (await fetch(server.url)).text();

/** The program has said so in its log. */
async function heard(words: string): Promise<void> {
  while (!server.output().includes(words)) await sleep(50);
}

test('files changed while it runs are live after SIGHUP', async () => {
  expect(await page()).not.toContain(NAME);
  copy.edit('clinic.yaml', 'عيادة المثال', NAME);
  server.process.kill('SIGHUP');
  await heard('taken up anew');
  expect(await page()).toContain(NAME);
  expect(await health()).toMatchObject({ status: 'ok', checks: { knowledge: 'ok' } });
});

test('a promise in an answer is named with file and line, and what was live stays', async () => {
  copy.edit('faq/after-session.yaml', '    answer: |\n', `    answer: |\n      ${PROMISE}\n`);
  copy.edit('clinic.yaml', NAME, 'اسم آخر');
  server.process.kill('SIGHUP');
  await heard('what was live stays');
  expect(server.output()).toContain(`after-session.yaml, line ${copy.lineOf('faq/after-session.yaml', PROMISE) - 1}`);
  expect(await health()).toMatchObject({ status: 'degraded', checks: { knowledge: 'degraded' } });
  expect(await page()).toContain(NAME);
});

test('started anew, it answers from the last good content and says so', async () => {
  await server.stop();
  server = await startServer(variables);
  expect(server.output()).toContain('what was good last answers instead');
  expect(await health()).toMatchObject({ status: 'degraded' });
  expect(await page()).toContain(NAME);
});

test('where no good content was kept, the fault stops the start', async () => {
  const { code, output } = await runToEnd({ KNOWLEDGE_DIR: copy.directory });
  expect(code).toBe(1);
  expect(output).toMatch(/after-session\.yaml, line \d+[^]*forbidden wording/);
});
