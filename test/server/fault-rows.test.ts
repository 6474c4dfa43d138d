import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseSync } from '@photostructure/sqlite';
import { type Connector, startConnector } from '../helpers/connector';
import { type MicrosoftDouble, type TokenClaims, startMicrosoft } from '../helpers/microsoft/microsoft-double';
import { createDataDirectory, type RunningServer, runToEnd, startServer } from '../helpers/start-server';

jest.setTimeout(240_000);

const ROOT = join(__dirname, '../..');
const APP = '11111111-2222-3333-4444-555555555555';
const TENANT = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
const OTHER = 'bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee';
const DATA_DIR = join(createDataDirectory(), 'data');
const AZURE = {
  MicrosoftAppId: APP,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: TENANT,
  MicrosoftAppPassword: 'not a real secret',
  ALLOWED_TENANTS: TENANT,
  HOST: '127.0.0.1',
  DATA_DIR,
};

/** The first column of the guide's table: what an operator sees. */
const SEEN = (readFileSync(join(ROOT, 'docs/teams.md'), 'utf8').split('## When something does not work')[1] ?? '')
  .split('\n## ')[0]
  ?.split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) => line.split('|')[1]?.trim() ?? '');

let microsoft: MicrosoftDouble;
let connector: Connector;
let server: RunningServer;
beforeAll(async () => {
  [microsoft, connector] = await Promise.all([startMicrosoft(), startConnector()]);
  server = await startServer({ ...AZURE, ...microsoft.variables });
});
afterAll(async () => {
  await server.stop('SIGKILL');
  await Promise.all([microsoft.close(), connector.close()]);
});

let sent = 0;
/** Posts what Teams would, with a token that says this besides what it has to. */
async function post(
  token: Partial<TokenClaims> | undefined,
  changes: Record<string, unknown> = {},
  to = server,
): Promise<number> {
  sent += 1;
  const more = { serviceurl: connector.serviceUrl, ...token?.more };
  const authorization = token && (await microsoft.sign({ audience: APP, ...token, more }));
  const response = await fetch(`${to.url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(authorization && { authorization }) },
    body: JSON.stringify({
      type: 'message',
      id: `m${sent}`,
      text: 'مساعدة',
      channelId: 'msteams',
      serviceUrl: connector.serviceUrl,
      conversation: { id: `c${sent}`, conversationType: 'personal', tenantId: TENANT },
      from: { id: 'u', name: 'U' },
      recipient: { id: '28:bot', name: 'Bot' },
      ...changes,
    }),
  });
  return response.status;
}

/** Waits for a line of the log that holds all of these. */
async function logged(from: RunningServer, ...parts: readonly string[]): Promise<string> {
  for (let looks = 0; looks < 600; looks += 1) {
    const line = from
      .output()
      .split('\n')
      .find((text) => parts.every((part) => text.includes(part)));
    if (line !== undefined) return line;
    await pause(50);
  }
  throw new Error(`no line with ${parts.join(', ')} in ${from.output()}`);
}
const refused = (reason: string) => logged(server, 'refused a request', `"reason":"${reason}"`);
const undelivered = (part: string) => logged(server, 'a reply could not be delivered', part);

/** A fault as it is brought about, and the line or message it shows. */
type Run = () => Promise<string>;

/** In this order: each begins with how its row of the table begins. */
const ROWS: readonly (readonly [string, Run])[] = [
  ['start: `MicrosoftAppId: found', async () => (await runToEnd({ ...AZURE, MicrosoftAppId: 'my bot' })).output],
  ['start: `MicrosoftAppType: found not set', async () => (await runToEnd({ ...AZURE, MicrosoftAppType: '' })).output],
  [
    'start: `MicrosoftAppPassword: found set',
    async () => (await runToEnd({ ...AZURE, MicrosoftAppType: 'UserAssignedMSI' })).output,
  ],
  ['start: `NODE_ENV: found', async () => (await runToEnd({ NODE_ENV: 'production' })).output],
  [
    'log: `a token could not be checked`',
    async () => {
      microsoft.setReachable(false);
      expect(await post({})).toBe(401);
      microsoft.setReachable(true);
      return logged(server, 'a token could not be checked');
    },
  ],
  [
    'log: `refused a request`, 401, `"reason":"audience"`',
    async () => post({ audience: OTHER }).then(() => refused('audience')),
  ],
  [
    'log: `refused a request`, 401, `"reason":"expired"`',
    async () => {
      await post({ begins: -7200, ends: -3600 });
      await post({ begins: 1800, ends: 3600 });
      return (await refused('expired')) + (await refused('clock'));
    },
  ],
  [
    'log: `refused a request`, 401, `"reason":"issuer"`',
    async () => {
      await post({ issuer: 'https://nobody.example' });
      await post({ isForged: true });
      await post(undefined);
      await fetch(`${server.url}/api/messages`, { method: 'POST', headers: { authorization: 'Basic x' } });
      return (await Promise.all(['issuer', 'signature', 'no-token', 'unreadable-token'].map(refused))).join('');
    },
  ],
  [
    'log: `refused a request`, 403, `"reason":"tenant"`',
    async () => post({}, { conversation: { id: 'c', tenantId: OTHER } }).then(() => refused('tenant')),
  ],
  [
    'log: `refused a request`, 403, `"reason":"another-bot"`',
    async () => {
      const issuer = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';
      expect(await post({ issuer, more: { appid: OTHER, ver: '1.0' } })).toBe(403);
      return refused('another-bot');
    },
  ],
  ['log: `a reply could not be delivered`, `"signIn":"AADSTS700016"`', async () => refuseSignIn('AADSTS700016')],
  ['log: `a reply could not be delivered`, `"signIn":"AADSTS7000215"`', async () => refuseSignIn('AADSTS7000215')],
  ['log: `a reply could not be delivered`, `"signIn":"AADSTS7000222"`', async () => refuseSignIn('AADSTS7000222')],
  ['log: `a reply could not be delivered`, `"signIn":"AADSTS90002"`', async () => refuseSignIn('AADSTS90002')],
  [
    'log: `a reply could not be delivered`, `"status":403` or 404',
    async () => {
      microsoft.refuseSignIn(undefined);
      connector.answer({ status: 403 }, { status: 404 });
      await post({});
      await post({});
      return (await undelivered('"status":403')) + (await undelivered('"status":404'));
    },
  ],
  [
    'log: `a reply could not be delivered`, `"status":429` or 5xx',
    async () => {
      connector.answer(...Array.from({ length: 40 }, () => ({ status: 429 }) as const));
      await post({});
      const line = await undelivered('"status":429');
      connector.answer();
      expect(await (await fetch(`${server.url}/metrics`)).text()).toMatch(/prp_replies_undelivered_total\{.*\} [7-9]/);
      return line;
    },
  ],
  [
    'log: `refused a request`, 429, `"reason":"too-many"`',
    async () => {
      const token = {};
      const flood = { type: 'typing', text: undefined, conversation: { id: 'flood', tenantId: TENANT } };
      for (let rounds = 0; rounds < 20; rounds += 1) {
        const answers = await Promise.all(Array.from({ length: 100 }, () => post(token, flood)));
        if (answers.includes(429)) break;
      }
      return refused('too-many');
    },
  ],
  [
    'log: `a reply was left by an earlier run for too long`',
    async () => {
      const release = connector.hold();
      const before = connector.requests.length;
      const posted = post({}).catch(() => 0);
      while (connector.requests.length === before) await pause(20);
      await server.stop('SIGKILL');
      await posted;
      release();
      const database = new DatabaseSync(join(DATA_DIR, 'assistant.db'));
      database.exec('update letters set expires_at = 1');
      database.close();
      const identity = { ...AZURE, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppPassword: '' };
      server = await startServer({ ...identity, ...microsoft.variables });
      return logged(server, 'a reply was left by an earlier run for too long');
    },
  ],
  [
    'managed identity: no token',
    async () => {
      await post({});
      return logged(server, 'a reply could not be delivered');
    },
  ],
  [
    'log: `refused a request`, 403, `"reason":"not-local"`',
    async () => {
      const local = await startServer({ PUBLIC_URL: 'https://chat.clinic.example' });
      expect(await post(undefined, {}, local)).toBe(403);
      const line = await logged(local, 'refused a request', '"reason":"not-local"');
      await local.stop('SIGKILL');
      return line;
    },
  ],
  [
    'package: `PUBLIC_URL: …`',
    () => {
      const env = { PATH: process.env['PATH'], MicrosoftAppId: APP, PUBLIC_URL: 'http://localhost:3978' };
      const { stderr, status } = spawnSync(process.execPath, [join(ROOT, 'dist/cli/teams-package.js')], {
        cwd: ROOT,
        env,
        encoding: 'utf8',
      });
      expect(status).toBe(1);
      return Promise.resolve(stderr);
    },
  ],
];

/** What happens in Teams, in Azure or in a network, where nothing of ours runs; the limit of names stands in package.test.ts. */
const ELSEWHERE = [
  'no answer, nothing in the log',
  'package: `… expected at most 30 characters`',
  'upload: _Manifest parsing has failed_',
  'upload: an app with this id exists',
  'no _Upload a custom app_',
  '"Bot is not reachable"',
  'silent in a channel',
  'the link to one-to-one opens a chat with nobody',
  'cards without colours',
];

/** Has the sign-in refused with this number, and gives what the log says of it. */
async function refuseSignIn(number: string): Promise<string> {
  microsoft.refuseSignIn(number);
  expect(await post({})).toBe(200);
  return undelivered(`"signIn":"${number}"`);
}

describe('each row of the table of faults in docs/teams.md', () => {
  test('is brought about below, or happens where nothing of ours runs', () => {
    const known = [...ROWS.map(([row]) => row), ...ELSEWHERE];
    expect(SEEN?.filter((row) => !known.some((begins) => row.startsWith(begins)))).toEqual([]);
    expect(known.filter((begins) => SEEN?.every((row) => !row.startsWith(begins)))).toEqual([]);
  });

  test.each(ROWS)('%s', async (row, run) => {
    const shown = await run();
    // What stands in quotation marks or as a setting is what is seen, word for word.
    for (const [, word = ''] of row.matchAll(/"(?:reason|signIn)":"([\w-]+)"/g)) expect(shown).toContain(word);
    for (const [, setting = ''] of row.matchAll(/`(\w+): found/g))
      expect(shown).toMatch(new RegExp(`${setting}.*: found`));
    expect(shown).not.toContain('مساعدة');
    if (row.startsWith('package')) expect(shown).toContain('PUBLIC_URL: ');
  });
});
