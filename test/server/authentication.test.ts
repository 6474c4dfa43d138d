import { sendRaw } from './raw-request';
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT, exportJWK } from 'jose';
import type { BotFrameworkAccess } from '../../src/channels/bot-framework/access';
import { type TestServer, startTestServer } from './create-test-server';

const APP = '11111111-2222-3333-4444-555555555555';
const OTHER_APP = '99999999-2222-3333-4444-555555555555';
const TENANT = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
const OTHER_TENANT = 'bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee';
const ISSUER = 'https://api.botframework.com';
/** Whom Azure lets sign tokens of one bot for another. */
const AZURE = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';
const SERVICE = 'https://smba.trafficmanager.net/emea/';

/** A public server with an app id whose Bot Framework keys are our own. */
let server: TestServer;
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const forger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const keyServer = createServer((request, response) => {
  const { port } = keyServer.address() as AddressInfo;
  void exportJWK(keys.publicKey).then((jwk) => {
    const body =
      request.url === '/keys'
        ? { keys: [{ ...jwk, kid: 'one', use: 'sig', endorsements: ['msteams', 'directline'] }] }
        : { jwks_uri: `http://127.0.0.1:${port}/keys` };
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(body));
  });
});

const access = (allowedTenants: readonly string[]): BotFrameworkAccess => ({
  kind: 'azure',
  appId: APP,
  appType: 'SingleTenant',
  tenantId: TENANT,
  password: 'not-a-real-secret',
  cloud: 'public',
  allowedTenants,
});

beforeAll(async () => {
  await new Promise<void>((resolve) => keyServer.listen(0, '127.0.0.1', resolve));
  const metadata = `http://127.0.0.1:${(keyServer.address() as AddressInfo).port}/`;
  server = await startTestServer({
    access: access([TENANT]),
    cloud: {
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: ISSUER,
      ToBotFromChannelTokenIssuer: ISSUER,
      OAuthUrl: ISSUER,
      ToBotFromChannelOpenIdMetadataUrl: metadata,
      ToBotFromEmulatorOpenIdMetadataUrl: metadata,
      ValidateAuthority: true,
    },
  });
});
afterAll(async () => {
  await server.stop();
  keyServer.closeAllConnections();
  await new Promise((resolve) => keyServer.close(resolve));
});

interface Token {
  readonly claims?: Record<string, string>;
  readonly issuer?: string;
  readonly audience?: string;
  readonly expires?: string | number;
  readonly key?: typeof keys.privateKey;
  readonly kid?: string;
}

async function sign({
  claims = {},
  issuer = ISSUER,
  audience = APP,
  expires = '1h',
  key = keys.privateKey,
  kid = 'one',
}: Token): Promise<string> {
  const jwt = new SignJWT({ serviceurl: SERVICE, ...claims }).setProtectedHeader({ alg: 'RS256', kid });
  return jwt.setIssuer(issuer).setAudience(audience).setIssuedAt().setExpirationTime(expires).sign(key);
}

/** A message of Teams that wants its answer in the response, so that nothing goes to Microsoft. */
function post(authorization: string | undefined, changes: Record<string, unknown> = {}): Promise<Response> {
  return fetch(`${server.url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
    body: JSON.stringify({
      type: 'message',
      text: 'x',
      deliveryMode: 'expectReplies',
      channelId: 'msteams',
      serviceUrl: SERVICE,
      conversation: { id: 'c', tenantId: TENANT },
      from: { id: 'u' },
      recipient: { id: 'b' },
      ...changes,
    }),
  });
}

test('a message that Bot Framework signed is answered', async () => {
  const response = await post(`Bearer ${await sign({})}`);
  expect(response.status).toBe(200);
  expect(await response.json()).toHaveProperty('activities.0.text', 'echo: x');
});

test.each<[string, string | undefined]>([
  ['nothing', undefined],
  ['an empty header', ''],
  ['another scheme', 'Basic dTpw'],
  ['a word', 'Bearer'],
  ['no token', 'Bearer x'],
  ['three parts that are no token', 'Bearer a.b.c'],
  ['an unsigned token', `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`],
  ['a token after the token', 'Bearer a.b.c d.e.f'],
])('%s instead of a token gets 401', async (_name, authorization) => {
  const response = await post(authorization);
  expect(response.status).toBe(401);
  expect(await response.json()).toEqual({
    error: { code: 'Unauthorized', message: 'The request is not authorized.' },
  });
});

test.each<[string, Token, 401 | 403]>([
  ['signed by somebody else', { key: forger.privateKey }, 401],
  ['signed with a key nobody knows', { kid: 'two' }, 401],
  ['of another issuer', { issuer: 'https://issuer.example' }, 401],
  ['for another bot', { audience: OTHER_APP }, 401],
  ['that ran out an hour ago', { expires: Math.floor(Date.now() / 1000) - 3600 }, 401],
  ['for another service URL', { claims: { serviceurl: 'https://attacker.example/' } }, 401],
  ['of another bot that calls this one as a skill', { issuer: AZURE, claims: { appid: OTHER_APP, ver: '1.0' } }, 403],
  ['of another tenant', { claims: { tid: OTHER_TENANT } }, 403],
])('a token %s is refused', async (_name, token, status) => {
  expect((await post(`Bearer ${await sign(token)}`)).status).toBe(status);
});

test.each<[string, Record<string, unknown>, number]>([
  ['of another tenant', { conversation: { id: 'c', tenantId: OTHER_TENANT } }, 403],
  [
    'of another tenant by its channel data',
    { conversation: { id: 'c' }, channelData: { tenant: { id: OTHER_TENANT } } },
    403,
  ],
  ['of our tenant in capitals', { conversation: { id: 'c', tenantId: TENANT.toUpperCase() } }, 200],
  ['of a channel without tenants', { channelId: 'directline', conversation: { id: 'c' } }, 200],
])('a signed message %s', async (_name, changes, status) => {
  expect((await post(`Bearer ${await sign({})}`, changes)).status).toBe(status);
});

test('a bot with an app id may be reached under any host name', async () => {
  const response = await fetch(`${server.url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': '203.0.113.7', Authorization: 'Bearer a.b.c' },
    body: '{"type":"message"}',
  });
  expect(response.status).toBe(400);
});

test('whoever shows no token is refused before the body is read', async () => {
  const head = [
    'POST /api/messages HTTP/1.1',
    'Host: a',
    'Content-Type: application/json',
    'Content-Length: 200000',
    '',
    '',
  ];
  // It ends, too, though the body never comes.
  expect((await sendRaw(server.url, head.join('\r\n'))).status).toBe(401);
});

test('where the keys cannot be had, nobody is let in and the process lives', async () => {
  const offline = await startTestServer({
    access: access([]),
    cloud: {
      ToChannelFromBotLoginUrl: 'https://login.invalid/',
      ToChannelFromBotOAuthScope: ISSUER,
      ToBotFromChannelTokenIssuer: ISSUER,
      OAuthUrl: ISSUER,
      ToBotFromChannelOpenIdMetadataUrl: 'http://127.0.0.1:1/',
      ToBotFromEmulatorOpenIdMetadataUrl: 'http://127.0.0.1:1/',
    },
  });
  const response = await fetch(`${offline.url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', authorization: `Bearer ${await sign({})}` },
    body: JSON.stringify({
      type: 'message',
      channelId: 'msteams',
      serviceUrl: SERVICE,
      conversation: { id: 'c' },
      from: { id: 'u' },
    }),
  });
  expect(response.status).toBe(401);
  expect(offline.log.join('')).toContain('a token could not be checked');
  await offline.stop();
});
