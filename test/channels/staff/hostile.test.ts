import { request } from 'node:http';
import { type RunningServer, startServer } from '../../helpers/start-server';
import { createStaffClient, firstLink, join, PASSWORD, type StaffClient } from './staff-client';

jest.setTimeout(60_000);

let server: RunningServer;
let admin: StaffClient;
let token: string;

beforeAll(async () => {
  server = await startServer({ TRUSTED_PROXIES: '1' });
  admin = await join(server.url, firstLink(server.output()), { name: 'سارة', login: 'sara' });
  const { text } = await admin.get('/staff/people');
  token = /name="token" value="([^"]+)"/.exec(text)?.[1] ?? '';
}, 120_000);

afterAll(() => server.stop());

const cookiesOf = ({ cookies }: StaffClient): string => [...cookies].map((pair) => pair.join('=')).join('; ');

interface Answer {
  readonly status: number | undefined;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
}

/** Asks as no browser would: any method, any path, any headers. */
function ask(method: string, path: string, headers: object = {}, body = ''): Promise<Answer> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, method, path, headers: { ...headers } }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
    })
      .on('error', reject)
      .end(body);
  });
}

/** Somebody at an address of their own, as the proxy in front would say. */
const signIn = (address: string, fields: Readonly<Record<string, string>>, own: object = {}) =>
  ask(
    'POST',
    '/staff/sign-in',
    { 'x-forwarded-for': address, 'content-type': 'application/x-www-form-urlencoded', ...own },
    new URLSearchParams(fields).toString(),
  );

/** What a browser has before it signs in, by https through the proxy or by http on this machine. */
async function visit(proto: 'http' | 'https') {
  const forwarded = { 'x-forwarded-proto': proto };
  const { headers, text } = await ask('GET', '/staff/sign-in', forwarded);
  const cookie = (headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
  const sent = /name="token" value="([^"]+)"/.exec(text)?.[1] ?? '';
  return { own: { ...forwarded, cookie, origin: server.url.replace('http', proto) }, token: sent };
}

it.each([
  ['no word of where it is from', () => ({}), 403],
  ['a page without an origin', () => ({ origin: 'null' }), 403],
  ['another port', () => ({ origin: 'http://127.0.0.1:9' }), 403],
  ['https in place of http', () => ({ origin: server.url.replace('http', 'https') }), 403],
  ['a longer name', () => ({ origin: `${server.url}.evil.example` }), 403],
  ['another site, by the browser’s word', () => ({ 'sec-fetch-site': 'cross-site' }), 403],
  ['a sister site, by the browser’s word', () => ({ 'sec-fetch-site': 'same-site' }), 403],
  ['this page, by the browser’s word', () => ({ 'sec-fetch-site': 'same-origin' }), 200],
  ['this page', () => ({ origin: server.url }), 200],
])('a change with its token and %s', async (_name, from, status) => {
  const headers = { cookie: cookiesOf(admin), 'content-type': 'application/x-www-form-urlencoded', ...from() };
  const body = new URLSearchParams({ token, role: 'reads' }).toString();
  expect((await ask('POST', '/staff/people/invite', headers, body)).status).toBe(status);
});

it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])('%s changes nothing', async (method) => {
  const headers = { cookie: cookiesOf(admin), origin: server.url, 'x-form-token': token };
  expect((await ask(method, '/staff/people/invite?role=administers', headers)).status).toBe(405);
});

it('a question that says it is a form changes nothing, and leads to the page', async () => {
  const headers = { cookie: cookiesOf(admin), 'x-http-method-override': 'POST' };
  const answer = await ask('GET', '/staff/people/invite?_method=POST&role=administers', headers);
  expect([answer.status, answer.headers['location']]).toEqual([303, '/staff/people']);
});

it.each([
  ['HEAD', '/staff/people'],
  ['GET', '/staff/%70eople'],
  ['GET', '/staff/x/../people'],
  ['GET', '/staff/nothing'],
  ['GET', '/staff/people/'],
])('%s %s tells a stranger nothing but to sign in', async (method, path) => {
  const { status, headers } = await ask(method, path);
  expect([status, headers['cache-control'], headers['x-frame-options']]).toEqual([401, 'no-store', 'DENY']);
  expect(headers['content-security-policy']).toContain("script-src 'self'");
});

it('an address that is none is told in words', async () => {
  const { status, text } = await admin.get('/staff/nothing');
  expect([status, text]).toEqual([404, expect.stringContaining('لا توجد صفحة هنا')]);
});

describe('a session', () => {
  it('over https is a cookie for this host alone, made anew whatever the browser had', async () => {
    const { own, token: sent } = await visit('https');
    const planted = { ...own, cookie: `${own.cookie}; __Host-staff=planted; staff=planted` };
    const fields = { token: sent, login: 'sara', password: PASSWORD };
    const { status, headers } = await signIn('192.0.2.1', fields, planted);
    const [session = '', visitor = ''] = headers['set-cookie'] ?? [];
    expect(status).toBe(303);
    expect(session).toMatch(/^__Host-staff=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
    expect(visitor).toMatch(/^__Host-staff-visit=; .*Max-Age=0$/);
    const value = session.split(';')[0] ?? '';
    const https = { 'x-forwarded-proto': 'https' };
    expect((await ask('GET', '/staff', { ...https, cookie: value })).status).toBe(200);
    // Another host of the same domain could plant a cookie without the prefix.
    expect((await ask('GET', '/staff', { ...https, cookie: value.replace('__Host-', '') })).status).toBe(401);
  });

  it('somebody has a copy of ends where it is ended', async () => {
    const client = createStaffClient(server.url);
    await client.get('/staff/sign-in');
    await client.post('/staff/sign-in', { login: 'sara', password: PASSWORD });
    const copy = { cookie: cookiesOf(client) };
    expect((await ask('GET', '/staff', copy)).status).toBe(200);
    await client.get('/staff/account');
    await client.post('/staff/sign-out');
    expect((await ask('GET', '/staff', copy)).status).toBe(401);
  });

  it('takes no form of another session', async () => {
    const client = createStaffClient(server.url);
    await client.get('/staff/sign-in');
    await client.post('/staff/sign-in', { login: 'sara', password: PASSWORD });
    expect((await client.post('/staff/people/invite', { role: 'reads', token })).status).toBe(403);
  });

  it('that ended brings back what was typed, but no password', async () => {
    const { text } = await ask(
      'POST',
      '/staff/account/password',
      { origin: server.url, 'content-type': 'application/x-www-form-urlencoded' },
      new URLSearchParams({ old: 'the old one', new: 'the new one', note: '<b>kept</b>' }).toString(),
    );
    expect(text).toContain('&lt;b&gt;kept&lt;/b&gt;');
    expect(text).not.toMatch(/the old one|the new one/);
  });
});

describe('guessing', () => {
  it('a password of one account ends after six from any addresses', async () => {
    const { own, token: sent } = await visit('http');
    const statuses: (number | undefined)[] = [];
    for (let guess = 1; guess <= 7; guess += 1)
      statuses.push(
        (await signIn(`198.51.100.${guess}`, { token: sent, login: 'somebody', password: 'x' }, own)).status,
      );
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429]);
  });

  it('from one address ends after forty, whatever accounts, and whatever else the address says it is', async () => {
    const { own, token: sent } = await visit('http');
    let count = 0;
    for (let status: number | undefined = 401; status === 401 && count < 60; count += 1) {
      const fields = { token: sent, login: `name-${count}`, password: 'x' };
      ({ status } = await signIn(`10.0.0.${count}, 203.0.113.5`, fields, own));
    }
    expect(count).toBe(41);
    expect((await signIn('203.0.113.5', { token: sent, login: 'sara', password: PASSWORD }, own)).status).toBe(429);
  });

  it('leaves no name nobody has in the list of changes: it may be a password', async () => {
    const { own, token: sent } = await visit('http');
    await signIn('192.0.2.9', { token: sent, login: 'my-secret-password', password: '' }, own);
    expect((await admin.get('/staff/audit')).text).not.toContain('my-secret-password');
    expect(server.output()).not.toContain('my-secret-password');
  });
});
