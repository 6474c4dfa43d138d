import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/storage/engine/open-database';
import { createUnansweredList } from '../../src/storage/lists/unanswered-list';
import { createDataDirectory } from '../helpers/start-server';

const ROOT = join(__dirname, '../..');
const DATA_DIR = createDataDirectory();
const NOW = Date.now();

beforeAll(async () => {
  const database = await openDatabase({ file: join(DATA_DIR, 'assistant.db') });
  const list = createUnansweredList({ database, now: () => NOW });
  for (let asked = 0; asked < 3; asked += 1)
    await list.record({ text: 'هل لديكم موقف سيارات', kind: 'unknown', at: NOW });
  await list.record({ text: 'متى يفتح القسم', kind: 'unsure', at: NOW - 10 * 86_400_000 });
  await list.record({ text: 'سؤال قبل سبعة أيام ودقيقة', kind: 'unknown', at: NOW - 7 * 86_400_000 - 60_000 });
  await database.close();
});

const run = (
  ...words: readonly string[]
): { readonly status: number | null; readonly out: string; readonly err: string } => {
  const environment = { PATH: process.env['PATH'], DATA_DIR };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'dist/cli/unanswered.js'), ...words], {
    cwd: tmpdir(),
    env: environment,
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
};

test('the list shows what was asked, how often and when, most frequent first', () => {
  const { status, out } = run();
  expect(status).toBe(0);
  const [head, first, ...others] = out.split('\n');
  expect(head).toContain('times');
  expect(first).toMatch(/^ {4}3 {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}unknown {3}هل لديكم موقف سيارات$/);
  expect(others.join('\n')).toContain('متى يفتح القسم');
});

test('only the last days are shown where asked', () => {
  expect(run('--days', '7').out).not.toMatch(/متى يفتح القسم|سبعة أيام/);
  expect(run('--days', '8').out).toContain('سبعة أيام');
});

test('one JSON object a line for programs', () => {
  const lines = run('--json', '--limit', '1').out.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { times: 3, last: new Date(NOW).toISOString(), kind: 'unknown', text: 'هل لديكم موقف سيارات' },
  ]);
});

test('a spreadsheet opens it: UTF-8 is marked, and no question is a formula', async () => {
  const database = await openDatabase({ file: join(DATA_DIR, 'assistant.db') });
  await createUnansweredList({ database, now: () => NOW }).record({ text: '=1+1', kind: 'unknown', at: NOW });
  await database.close();
  const { out } = run('--csv');
  expect(out.split('\r\n')[0]).toBe('\uFEFFtimes,last (UTC),kind,question');
  expect(out).toContain("unknown,'=1+1\r\n");
});

test.each([['--days', 'many'], ['--json', '--csv'], ['--limit', '0'], ['--unknown']])(
  '%s %s is wrong use',
  (...words) => {
    const { status, err } = run(...words);
    expect([status, err]).toEqual([2, expect.stringContaining('Usage:')]);
  },
);
