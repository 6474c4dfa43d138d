import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from '../helpers/start-server';

jest.setTimeout(120_000);

const DEPLOY = join(__dirname, '../../deploy');
const namesIn = (file: string): readonly string[] => readFileSync(join(DEPLOY, file), 'utf8').match(/\bprp_\w+/g) ?? [];

it('every metric that alerts, their test and the dashboard ask for is one of the program’s', async () => {
  const server = await startServer();
  const told = await (await fetch(`${server.url}/metrics`)).text();
  await server.stop();
  const known = new Set(told.match(/(?<=^# TYPE )\w+/gm));
  const asked = ['alerts.yaml', 'alerts-test.yaml', 'grafana-dashboard.json'].flatMap(namesIn);
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter((name) => !known.has(name.replace(/_(bucket|sum|count)$/, '')))).toEqual([]);
});

const hasPromtool = spawnSync('promtool', ['--version']).status === 0;

(hasPromtool ? it : it.skip)('each alert fires for its trouble, and none where all is well', () => {
  const { status, stderr } = spawnSync('promtool', ['test', 'rules', 'alerts-test.yaml'], {
    cwd: DEPLOY,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
});
