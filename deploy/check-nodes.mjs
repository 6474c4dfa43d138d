/**
 * `npm run check:nodes [-- 22 24]`: on each Node, from its npm package, the program starts and says that it is well, a
 * question is answered, and the tests pass. `--no-tests` leaves the tests out: then it takes a minute.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearTimeout, setTimeout } from 'node:timers';

const ROOT = join(import.meta.dirname, '..');
const NODES = ['20', '22', '24', 'latest'];
/** Milliseconds a start may take on a busy machine. */
const PATIENCE = 120_000;

const words = process.argv.slice(2);
const asked = words.filter((word) => !word.startsWith('--'));
const withTests = !words.includes('--no-tests');

/** The program of a Node, fetched once into npm's cache. */
function programOf(version) {
  const print = ['-p', 'process.execPath'];
  return execFileSync('npm', ['exec', '--yes', `--package=node@${version}`, '--', 'node', ...print], {
    cwd: tmpdir(),
    encoding: 'utf8',
  }).trim();
}

/** Starts the program; true when it says that it is well. */
function starts(node) {
  const data = mkdtempSync(join(tmpdir(), 'prp-node-'));
  const child = spawn(node, [join(ROOT, 'dist/main.js')], {
    cwd: data,
    env: { ...process.env, PORT: '0', DATA_DIR: data, KNOWLEDGE_DIR: join(ROOT, 'knowledge') },
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  return new Promise((resolve) => {
    let output = '';
    let well = false;
    child.stderr.pipe(process.stderr);
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const url = /"url":"(http:[^"]+)"/.exec(output)?.[1];
      if (url === undefined || well) return;
      globalThis
        .fetch(`${url}/healthz`)
        .then((response) => (well = response.status === 200))
        .catch(() => undefined)
        .finally(() => child.kill('SIGTERM'));
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      rmSync(data, { recursive: true, force: true });
      resolve(well && code === 0);
    });
  });
}

const answers = (node) => {
  const { status, stdout } = spawnSync(node, [join(ROOT, 'dist/cli/ask.js'), '--json'], {
    cwd: ROOT,
    input: 'كم جلسة أحتاج؟\n',
    encoding: 'utf8',
    timeout: PATIENCE,
  });
  return status === 0 && JSON.parse(stdout).kind === 'answer';
};

const passes = (node) =>
  spawnSync(node, [join(ROOT, 'node_modules/jest/bin/jest.js')], { cwd: ROOT, stdio: 'inherit' }).status === 0;

execFileSync(process.execPath, ['build.mjs'], { cwd: ROOT });
let isFine = true;
for (const version of asked.length > 0 ? asked : NODES) {
  const node = programOf(version);
  const name = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  const steps = [
    ['start', await starts(node)],
    ['ask', answers(node)],
    ...(withTests ? [['tests', passes(node)]] : []),
  ];
  isFine &&= steps.every(([, fine]) => fine);
  console.log(`${name}: ${steps.map(([step, fine]) => `${step} ${fine ? 'ok' : 'FAILED'}`).join(', ')}`);
}
process.exitCode = isFine ? 0 : 1;
