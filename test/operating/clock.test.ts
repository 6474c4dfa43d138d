import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, revisit, visit, type Visitor } from '../helpers/direct-line-kit';
import { createDataDirectory, type RunningServer, startServer } from '../helpers/start-server';

jest.setTimeout(120_000);

const HOUR = 3_600_000;
const QUESTION = 'هل حقن البلازما مؤلم؟';
const CLOCK = join(createDataDirectory(), 'clock');
const setClock = (hours: number): void => writeFileSync(CLOCK, String(hours * HOUR));

let server: RunningServer;
let visitor: Visitor;
beforeAll(async () => {
  setClock(0);
  const preload = join(__dirname, '../helpers/clock/set-clock.cjs');
  server = await startServer({ TEST_CLOCK: CLOCK, NODE_OPTIONS: `--require "${preload}"` });
  visitor = await visit({ domain: `${server.url}/v3/directline` });
});
afterAll(() => server.stop('SIGKILL'));

const domain = (): { readonly domain: string } => ({ domain: `${server.url}/v3/directline` });

test('a clock that jumps hours ahead and back takes no chat, no token and no answer from anybody', async () => {
  let heard = (await visitor.heard(1)).length;
  // A chat in which nobody wrote yet is kept for an hour.
  for (const hours of [0, 6, -6, 0, 47, 0]) {
    setClock(hours);
    const renewed = await ask(domain(), 'POST', '/tokens/refresh', { token: visitor.token });
    expect(renewed.status).toBe(200);
    // A token ends after twelve hours, and is renewed for a week.
    const patient = revisit(domain(), { ...visitor, token: renewed.body.token });
    expect((await patient.say(QUESTION)).status).toBe(200);
    heard += 2;
    expect((await patient.heard(heard)).filter((text) => text === QUESTION)).toHaveLength((heard - 1) / 2);
    const fresh = await visit(domain());
    await fresh.heard(1);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  }
});

test('a limit that was met before the clock is set back makes nobody wait for hours', async () => {
  const hasty = await visit(domain());
  setClock(6);
  let status = 200;
  for (let n = 0; n < 60 && status === 200; n += 1) status = (await hasty.say(QUESTION)).status;
  setClock(0);
  const { status: refused, headers } = await hasty.say(QUESTION);
  expect([status, refused]).toEqual([400, 400]);
  expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60);
});
