import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createDataDirectory } from '../helpers/start-server';

// Twice a whole start through npm: on a busy machine that takes a while.
jest.setTimeout(120_000);

const ROOT = join(__dirname, '../..');

/** Starts the program as a person does; resolves with npm and the address when it listens. */
async function npmStart() {
  const npm = spawn('npm', ['start'], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', DATA_DIR: createDataDirectory() },
  });
  let output = '';
  for await (const chunk of npm.stdout) {
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

test.each(['SIGTERM', 'SIGKILL'] as const)('%s to npm leaves nothing on the port', async (signal) => {
  const { npm, url } = await npmStart();
  expect(await answers(url)).toBe(true);
  npm.kill(signal);
  await once(npm, 'exit');
  while (await answers(url)) await new Promise((resolve) => setTimeout(resolve, 100));
});
