import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createBrokenCopy } from '../knowledge/broken-copy';
import { createDataDirectory } from '../helpers/start-server';

const ROOT = join(__dirname, '../..');
const folder = createDataDirectory();
const copy = createBrokenCopy();
jest.setTimeout(60_000);
afterAll(() => copy.remove());

/** Runs it in a folder whose `.env` holds these lines. */
function examine(...lines: readonly string[]) {
  writeFileSync(join(folder, '.env'), lines.join('\n'));
  chmodSync(join(folder, '.env'), 0o600);
  const environment = { PATH: process.env['PATH'], KNOWLEDGE_DIR: copy.directory, PORT: '1' };
  const { status, stdout } = spawnSync(process.execPath, [join(ROOT, 'dist/cli/doctor.js')], {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
    timeout: 50_000,
  });
  return { status, out: stdout };
}

test('a fresh installation has nothing to mend, and hears what could be better', () => {
  const { status, out } = examine('DATA_DIR=data');
  expect(out).toMatch(/ok +content +\d+ answers/);
  expect(out).toMatch(/ok +database .*the first start makes it/);
  expect(out).toMatch(/warning server .*nothing answers[^]*start the program/);
  expect(out).toContain('0 to mend');
  expect(status).toBe(0);
});

test('settings that do not fit, and names that look like ours, are named at once', () => {
  const { status, out } = examine('TRUSTED_PROXY=1', 'LOG_LEVEL=loud');
  expect(out).toMatch(/fault +settings +TRUSTED_PROXY[^]*TRUSTED_PROXIES[^]*fault +settings +LOG_LEVEL/);
  expect(status).toBe(1);
});

test('content, database and proxy: each fault with its remedy, and exit code 1', async () => {
  const other = createServer((_request, response) => {
    // Where restify is loaded, writeHead gives nothing back.
    response.writeHead(502);
    response.end();
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  mkdirSync(join(folder, 'broken'));
  writeFileSync(join(folder, 'broken/assistant.db'), 'no database at all, but long enough to be looked at as one');
  copy.edit('faq/after-session.yaml', '    answer: |\n', '    answer: |\n      النتيجة مضمونة 100%.\n');
  // It answers while the doctor waits in another process, which this one must not wait for.
  const asked = import('node:child_process').then(
    ({ execFile }) =>
      new Promise<{ code: unknown; out: string }>((resolve) => {
        writeFileSync(join(folder, '.env'), `DATA_DIR=broken\nPUBLIC_URL=http://127.0.0.1:${port}`);
        const env = { PATH: process.env['PATH'], KNOWLEDGE_DIR: copy.directory, PORT: '1' };
        execFile(process.execPath, [join(ROOT, 'dist/cli/doctor.js')], { cwd: folder, env }, (error, out) =>
          resolve({ code: error?.code, out }),
        );
      }),
  );
  const { code, out } = await asked;
  other.close();
  expect(out).toMatch(/fault +content .*after-session\.yaml, line \d+/);
  expect(out).toMatch(/fault +database .*is damaged, or is no database/);
  expect(out).toMatch(/fault +proxy .*does not reach the program \(502\)/);
  expect(code).toBe(1);
});
