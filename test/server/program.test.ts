import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import { type Connector, converse, startConnector } from '../helpers/connector';
import { type RunningServer, createDataDirectory, runToEnd, startServer } from '../helpers/start-server';

/** Each start loads and, after a change of content, trains: seconds on a busy machine. */
jest.setTimeout(120_000);

let connector: Connector;
const servers: RunningServer[] = [];
beforeEach(async () => {
  connector = await startConnector();
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop('SIGKILL')));
  await connector.close();
});

const start = async (variables: Readonly<Record<string, string>> = {}): Promise<RunningServer> => {
  const server = await startServer(variables);
  servers.push(server);
  return server;
};

describe('a client like the Emulator', () => {
  let server: RunningServer;
  let url = '';
  beforeAll(async () => {
    server = await startServer();
    url = server.url;
  });
  afterAll(async () => {
    await server.stop();
  });

  test('is welcomed once, with buttons, and gets an answer to a question', async () => {
    const talk = converse(url, connector);
    expect(await talk.join()).toBe(200);
    const [welcome] = await connector.messages(1);
    expect(welcome?.text).toMatch(/\p{Script=Arabic}/u);
    expect(welcome?.suggestedActions?.actions.length).toBeGreaterThanOrEqual(3);
    expect(await talk.say('هل حقن البلازما مؤلم؟')).toBe(200);
    const messages = await connector.messages(2);
    expect(messages).toHaveLength(2);
    expect(messages[1]?.text?.length).toBeGreaterThan(100);
  });

  test('that delivers a message again is answered once', async () => {
    const talk = converse(url, connector);
    const activity = { type: 'message', id: 'once', text: 'هل حقن البلازما مؤلم؟' };
    for (let delivery = 0; delivery < 3; delivery += 1) expect((await talk.send(activity)).status).toBe(200);
    await talk.say('كم جلسة أحتاج؟');
    expect(await connector.messages(2)).toHaveLength(2);
  });

  test('may expect replies in the response', async () => {
    const response = await converse(url, connector).send({
      type: 'message',
      text: 'هل حقن البلازما مؤلم؟',
      deliveryMode: 'expectReplies',
    });
    const { activities } = (await response.json()) as { readonly activities: readonly { readonly text: string }[] };
    expect(activities.map(({ text }) => text).join()).toMatch(/\p{Script=Arabic}/u);
  });

  test.each([
    'typing',
    'ping',
    'contactRelationUpdate',
    'deleteUserData',
    'event',
    'messageReaction',
    'endOfConversation',
    'invented',
  ])('may send %s, and the conversation goes on', async (type) => {
    const talk = converse(url, connector);
    expect((await talk.send({ type })).status).toBeLessThan(500);
    expect(await talk.say('هل حقن البلازما مؤلم؟')).toBe(200);
    expect((await connector.messages(1)).length).toBeGreaterThan(0);
  });

  test('that sends a message without anything in it ends nothing', async () => {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"text":"x"}',
    });
    expect(response.status).toBe(400);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

describe('the process', () => {
  test('tells in its log where it listens, and nothing anybody said', async () => {
    const server = await start({ LOG_LEVEL: 'debug' });
    const talk = converse(server.url, connector, 'Munira');
    await talk.say('عندي سر لا يعرفه أحد');
    expect(await server.stop()).toBe(0);
    expect(server.output()).toContain(`The PRP assistant listens on ${server.url}`);
    expect(server.output()).not.toMatch(/سر|Munira/);
    expect(server.output()).not.toContain(talk.id);
  });

  test('told to stop, finishes the turns under way and ends with 0', async () => {
    const server = await start();
    const release = connector.hold();
    const talks = Array.from({ length: 20 }, () => converse(server.url, connector));
    const answers = Promise.all(talks.map((talk) => talk.say('هل حقن البلازما مؤلم؟')));
    await connector.messages(talks.length);
    const stopped = server.stop();
    setTimeout(release, 300);
    expect(await answers).toEqual(talks.map(() => 200));
    expect(await stopped).toBe(0);
  });

  test('told to stop, does not wait for a chat that stays open', async () => {
    const server = await start();
    const post = async (path: string, token?: string): Promise<Readonly<Record<string, string>>> => {
      const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) };
      const response = await fetch(`${server.url}/v3/directline${path}`, { method: 'POST', headers, body: '{}' });
      return (await response.json()) as Readonly<Record<string, string>>;
    };
    const { token } = await post('/tokens/generate');
    const { streamUrl = '' } = await post('/conversations', token);
    const stream = new WebSocket(streamUrl);
    await new Promise((resolve) => stream.once('message', resolve));
    const closed = new Promise((resolve) => stream.once('close', resolve));
    const began = performance.now();
    expect(await server.stop()).toBe(0);
    await closed;
    expect(performance.now() - began).toBeLessThan(9000);
  });

  test('counts turns by channel and by what became of them', async () => {
    const { url } = await start();
    await converse(url, connector).say('مرحبا');
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toContain('prp_turn_seconds_count{channel="emulator"} 1');
    expect(metrics).toContain('prp_turns_total{outcome="social"} 1');
    expect(metrics).toMatch(/^prp_storage_seconds_count [1-9]/m);
    expect(metrics).not.toContain('prp_backup_age_seconds 0');
  });

  test('killed and started again, knows the conversation', async () => {
    const DATA_DIR = createDataDirectory();
    const first = await start({ DATA_DIR });
    const talk = converse(first.url, connector);
    await talk.join();
    await talk.say('هل حقن البلازما مؤلم؟');
    await first.stop('SIGKILL');
    const second = await start({ DATA_DIR });
    const again = converse(second.url, connector);
    await again.send({
      type: 'conversationUpdate',
      conversation: { id: talk.id, isGroup: false, name: '', conversationType: '' },
      from: { id: `user-${talk.id}`, name: 'User' },
      membersAdded: [{ id: `user-${talk.id}`, name: 'User' }],
    });
    await again.send({
      type: 'message',
      text: 'شكرا',
      conversation: { id: talk.id, isGroup: false, name: '', conversationType: '' },
      from: { id: `user-${talk.id}`, name: 'User' },
    });
    // A welcome and an answer before, thanks after: no second welcome.
    expect(await connector.messages(3)).toHaveLength(3);
  });
});

describe('an operator who made a mistake reads what and how to mend it, and the exit code is 1', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    [
      'production without an app id',
      { NODE_ENV: 'production' },
      /NODE_ENV: found "production"; expected an Azure app id/,
    ],
    ['three at once', { PORT: 'x', LOG_LEVEL: 'x', STATE_DAYS: 'x' }, /PORT[\s\S]*LOG_LEVEL[\s\S]*STATE_DAYS/],
    ['a knowledge folder that is not there', { KNOWLEDGE_DIR: '/nowhere' }, /nowhere/],
    ['a data folder that cannot be made', { DATA_DIR: '/dev/null/data' }, /\/dev\/null/],
    ['a database server that is not there', { DATABASE_URL: 'postgresql://u:hunter2@127.0.0.1:1/d' }, /127\.0\.0\.1/],
    [
      'an address of another machine',
      { HOST: '203.0.113.7', BOT_FRAMEWORK: 'off' },
      /203\.0\.113\.7, which is no address of this machine/,
    ],
  ])('%s', async (_name, variables, expected) => {
    const { code, output } = await runToEnd(variables);
    expect(output).toMatch(expected);
    expect(output).not.toMatch(/hunter2|node:internal|\s+at .*\.js/);
    expect(code).toBe(1);
  });

  test('a port in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, output } = await runToEnd({ PORT: String(port) });
    other.close();
    expect([code, output]).toEqual([1, expect.stringContaining(`Port ${port} of 127.0.0.1 is in use`)]);
  });
});

test('with the site chat alone, /api/messages is not there and production may start', async () => {
  const { url } = await start({ BOT_FRAMEWORK: 'off', NODE_ENV: 'production' });
  expect((await fetch(`${url}/api/messages`, { method: 'POST' })).status).toBe(404);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});

test.each([
  ['a single tenant', { MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: 'not a real secret' }],
  ['a managed identity', { MicrosoftAppType: 'UserAssignedMSI' }],
])('with the app id of %s, /api/messages wants a token and the site chat is served', async (_name, variables) => {
  const MicrosoftAppId = '11111111-2222-3333-4444-555555555555';
  const MicrosoftAppTenantId = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
  const { url } = await start({ ...variables, MicrosoftAppId, MicrosoftAppTenantId, HOST: '127.0.0.1' });
  expect(await converse(url, connector).say('مرحبا')).toBe(401);
  expect(connector.received).toHaveLength(0);
  const token = await fetch(`${url}/v3/directline/tokens/generate`, { method: 'POST' });
  expect(token.status).toBe(200);
});
