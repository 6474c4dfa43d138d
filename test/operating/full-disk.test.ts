import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ask, visit, type Visitor } from '../helpers/direct-line-kit';
import { mountDisk } from '../helpers/own-disk';
import { type RunningServer, startServer } from '../helpers/start-server';

jest.setTimeout(120_000);

const EMERGENCY = 'صدري يؤلمني بشدة ولا أستطيع التنفس';
const QUESTION = 'هل حقن البلازما مؤلم؟';
const PERSON = 'أريد التحدث مع موظف';

const disk = mountDisk('24m');
const { isMounted } = disk;
const DATA = join(disk.folder, 'data');

let server: RunningServer;
beforeAll(async () => {
  if (!isMounted) return;
  mkdirSync(DATA);
  server = await startServer({ DATA_DIR: DATA });
});
afterAll(async () => {
  if (!isMounted) return;
  await server.stop('SIGKILL');
  disk.unmount();
});

const chat = (): Promise<Visitor> => visit({ domain: `${server.url}/v3/directline` });
/** Told outcomes so far; `of` is the counter. */
const counted = async (of: string): Promise<Readonly<Record<string, number>>> => {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  const lines = text.matchAll(new RegExp(`^${of}\\{outcome="(\\w+)"\\} (\\d+)`, 'gm'));
  return Object.fromEntries([...lines].map(([, outcome = '', count]) => [outcome, Number(count)]));
};
/** What the counts are after some more. */
const more = (before: Readonly<Record<string, number>>, added: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(added).map(([outcome, count]) => [outcome, (before[outcome] ?? 0) + count]));
const health = async (path: string): Promise<readonly [number, unknown]> => {
  const response = await fetch(server.url + path);
  return [response.status, await response.json()];
};
/** What a patient hears of one message, whether the program took it or not. */
const hear = async (visitor: Visitor, text: string, id: string): Promise<string> => {
  const { status, body } = await visitor.say(text, id);
  if (status === 503) return body.error.message;
  expect(status).toBe(200);
  const heard = await visitor.heard(3);
  return String(heard.at(-1));
};

(isMounted ? test : test.skip)(
  'on a full disk those in need are answered, nothing counts as answered, and all goes on by itself when there is room',
  async () => {
    const [busy, calm, ill, asking, late] = [await chat(), await chat(), await chat(), await chat(), await chat()];
    await Promise.all([busy, calm, ill, asking, late].map((visitor) => visitor.heard(1)));
    expect(await hear(await chat(), QUESTION, 'before')).toMatch(/\p{Script=Arabic}/u);

    disk.fill();
    // The log of the database has room of its own, anew after each checkpoint: a talkative patient uses it up.
    for (let [said, refused] = [0, 0]; said < 1_000 && refused < 20; said += 1) {
      const { status } = await busy.say(QUESTION, `busy-${said}`);
      refused = status === 200 ? 0 : refused + 1;
      if (status === 200) disk.fill();
    }
    const before = await counted('prp_turns_total');
    const bareBefore = await counted('prp_bare_answers_total');
    expect(await hear(ill, EMERGENCY, 'ill')).toContain('112');
    expect(await hear(asking, PERSON, 'asking')).toMatch(/الهاتف|أرقام التواصل/);
    for (let tries = 0; tries < 3; tries += 1) expect(await hear(calm, QUESTION, 'calm')).toContain('هاتف العيادة');
    // Who opens a chat only now has the telephone, too, on any page.
    const domain = { domain: `${server.url}/v3/directline` };
    const token = (await ask(domain, 'POST', '/tokens/generate')).body.token;
    const opened = await ask(domain, 'POST', '/conversations', { token });
    expect([opened.status, opened.body.error.message]).toEqual([503, expect.stringContaining('هاتف العيادة')]);
    expect(await health('/healthz')).toMatchObject([
      503,
      { checks: { database: 'failed' }, faults: { database: 'full' } },
    ]);
    expect(await health('/livez')).toMatchObject([200, { status: 'ok', checks: { process: 'ok' } }]);
    const now = await counted('prp_turns_total');
    expect(now).toMatchObject({ answered: before['answered'], ...more(before, { apology: 1, urgent: 1, person: 1 }) });
    expect(await counted('prp_bare_answers_total')).toMatchObject(
      more(bareBefore, { urgent: 1, person: 1, apology: 1 }),
    );

    disk.empty();
    expect((await calm.say(QUESTION, 'calm')).status).toBe(200);
    expect((await calm.heard(3)).filter((text) => text === QUESTION)).toHaveLength(1);
    expect((await late.say(EMERGENCY)).status).toBe(200);
    expect((await late.heard(3)).at(-1)).toContain('112');
    expect((await ask({ domain: `${server.url}/v3/directline` }, 'POST', '/tokens/generate')).status).toBe(200);
    // One answer of the database stands for a second.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await health('/healthz')).toMatchObject([200, { status: 'ok' }]);
    // Of the talkative one, too, what was taken and not answered.
    const after = await counted('prp_turns_total');
    expect(after['answered'] ?? 0).toBeGreaterThan(before['answered'] ?? 0);
  },
);
