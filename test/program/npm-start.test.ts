import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDataDirectory } from '../helpers/start-server';

// A whole start through npm each: on a busy machine that takes a while.
jest.setTimeout(120_000);

const ROOT = join(__dirname, '../..');

const npmIn = (folder: string, variables: Readonly<Record<string, string>>): ChildProcess =>
  spawn('npm', ['start'], { cwd: folder, env: { ...process.env, ...variables }, stdio: ['ignore', 'pipe', 'inherit'] });

/** Starts the program as a person does; resolves with npm and the address when it listens. */
async function npmStart() {
  const npm = npmIn(ROOT, { PORT: '0', DATA_DIR: createDataDirectory() });
  let output = '';
  for await (const chunk of npm.stdout ?? []) {
    output += String(chunk);
    const url = /"url":"(http:[^"]+)"/.exec(output)?.[1];
    if (url !== undefined) return { npm, url };
  }
  throw new Error(`npm start ended:\n${output}`);
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/healthz`).then(
    () => true,
    () => false,
  );

test.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)('%s to npm leaves nothing on the port', async (signal) => {
  const { npm, url } = await npmStart();
  expect(await answers(url)).toBe(true);
  npm.kill(signal);
  await once(npm, 'exit');
  while (await answers(url)) await sleep(100);
});

const isThere = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)(
  '%s to npm while it builds: no program follows',
  async (signal) => {
    // A build of a second, and a program that only tells that it ran.
    const folder = createDataDirectory();
    mkdirSync(join(folder, 'dist'));
    copyFileSync(join(ROOT, 'start.mjs'), join(folder, 'start.mjs'));
    copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
    const build = `import { writeFileSync } from 'node:fs';
    writeFileSync('building', String(process.pid));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);`;
    writeFileSync(join(folder, 'build.mjs'), build);
    writeFileSync(join(folder, 'dist/main.js'), "require('node:fs').writeFileSync('ran', '')");
    const npm = npmIn(folder, {});
    while (!existsSync(join(folder, 'building'))) await sleep(20);
    npm.kill(signal);
    await once(npm, 'exit');
    while (isThere(Number(readFileSync(join(folder, 'building'), 'utf8')))) await sleep(50);
    expect(existsSync(join(folder, 'ran'))).toBe(false);
  },
);
