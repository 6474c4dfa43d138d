import { request } from 'node:http';
import { startServer, type RunningServer } from '../../helpers/start-server';
import { createStaffClient, firstLink, join, PASSWORD, type StaffClient } from './staff-client';

jest.setTimeout(60_000);

let server: RunningServer;
let admin: StaffClient;

beforeAll(async () => {
  server = await startServer();
  admin = await join(server.url, firstLink(server.output()), { name: 'سارة', login: 'Sara@Clinic.example' });
}, 120_000);

afterAll(() => server.stop());

/** Invites somebody with a role and lets them join. */
async function invite(roles: readonly string[], login: string): Promise<StaffClient> {
  await admin.get('/staff/people');
  const { text } = await admin.post('/staff/people/invite', { role: roles });
  return join(server.url, firstLink(text), { name: login, login });
}

describe('the first administrator', () => {
  it('joined by a link that works once', async () => {
    expect((await admin.get('/staff')).text).toContain('سارة');
    const again = await createStaffClient(server.url).get(firstLink(server.output()));
    expect(again.status).toBe(410);
    expect(again.text).toContain('هذا الرابط لم يعد صالحًا');
  });
});

describe('signing in', () => {
  const signIn = async (fields: Readonly<Record<string, string>>, origin?: string) => {
    const client = createStaffClient(server.url, origin);
    await client.get('/staff/sign-in');
    return { client, page: await client.post('/staff/sign-in', fields) };
  };

  it('with name and password leads to the console', async () => {
    const { client, page } = await signIn({ login: ' SARA@clinic.example ', password: PASSWORD });
    expect([page.status, page.to]).toEqual([303, '/staff']);
    expect((await client.get('/staff')).status).toBe(200);
  });

  it.each([
    ['a wrong password', { login: 'sara@clinic.example', password: 'ساعة الجدار تدق بسرعة' }],
    ['a name nobody has', { login: 'nobody', password: PASSWORD }],
  ])('with %s is refused in the same words', async (_name, fields) => {
    const { page } = await signIn(fields);
    expect(page.status).toBe(401);
    expect(page.text).toContain('اسم الدخول أو كلمة المرور غير صحيح.');
  });

  it('from a page elsewhere is refused', async () => {
    const { page } = await signIn({ login: 'sara@clinic.example', password: PASSWORD }, 'https://evil.example');
    expect(page.status).toBe(403);
  });

  it('leads to no other site afterwards', async () => {
    const { page } = await signIn({ login: 'sara@clinic.example', password: PASSWORD, next: '//evil.example' });
    expect(page.to).toBe('/staff');
  });

  it('is refused after many guesses', async () => {
    const client = createStaffClient(server.url);
    await client.get('/staff/sign-in');
    let status = 401;
    for (let guess = 0; guess < 15 && status === 401; guess += 1) {
      ({ status } = await client.post('/staff/sign-in', { login: 'guessed', password: 'x' }));
    }
    expect(status).toBe(429);
  });
});

describe('a session', () => {
  it('is a cookie no script and no other site can use', async () => {
    const client = createStaffClient(server.url);
    await client.get('/staff/sign-in');
    const { headers } = await client.post('/staff/sign-in', { login: 'sara@clinic.example', password: PASSWORD });
    const cookie = headers.getSetCookie().find((line) => line.startsWith('staff='));
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('over https carries the __Host- name', async () => {
    const response = await fetch(`${server.url}/staff/sign-in`, { headers: { 'x-forwarded-proto': 'https' } });
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Host-staff-visit=.*; Secure$/);
  });

  it('does not begin over plain http from another machine', async () => {
    const { status, body } = await new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      request({ hostname, port, path: '/staff/sign-in', headers: { host: 'clinic.example' } }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => resolve({ status: response.statusCode, body: text }));
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
    expect(body).toContain('https');
  });

  it('that was ended everywhere counts nowhere, and what was typed comes back after signing in', async () => {
    const [one, other] = [createStaffClient(server.url), createStaffClient(server.url)];
    for (const client of [one, other]) {
      await client.get('/staff/sign-in');
      await client.post('/staff/sign-in', { login: 'sara@clinic.example', password: PASSWORD });
      await client.get('/staff/account');
    }
    await one.post('/staff/account/sign-out-everywhere');
    const asked = await other.post('/staff/people/invite', { role: ['edits', 'approves'] });
    expect(asked.status).toBe(401);
    expect(asked.text).toContain('ما كتبته محفوظ');
    const kept = { 'kept-role': ['edits', 'approves'], next: '/staff/people/invite' };
    const back = await other.post('/staff/sign-in', { login: 'sara@clinic.example', password: PASSWORD, ...kept });
    expect(back.text).toMatch(/action="\/staff\/people\/invite"[\s\S]*edits[\s\S]*approves/);
    await admin.get('/staff/sign-in');
    await admin.post('/staff/sign-in', { login: 'sara@clinic.example', password: PASSWORD });
  });

  it('a change without the token of the page is refused', async () => {
    const response = await fetch(`${server.url}/staff/people/invite`, {
      method: 'POST',
      body: new URLSearchParams({ role: 'administers' }),
      headers: { origin: server.url, cookie: [...admin.cookies].map((pair) => pair.join('=')).join('; ') },
    });
    expect(response.status).toBe(403);
  });
});

describe('every page', () => {
  it('runs only scripts of this server and is framed by nobody', async () => {
    const { headers } = await admin.get('/staff');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('is read in English by whoever chooses it', async () => {
    const client = await invite(['reads'], 'reader-of-english');
    expect((await client.get('/staff?language=en')).text).toContain('lang="en" dir="ltr"');
    expect((await client.get('/staff')).text).toContain('What needs your attention');
  });
});

describe('people', () => {
  it('the last administrator stays one', async () => {
    const { text } = await admin.get('/staff/people');
    const id = /\/staff\/people\/([\w-]+)\/roles/.exec(text)?.[1] ?? '';
    const { status, text: said } = await admin.post(`/staff/people/${id}/roles`, { role: 'reads' });
    expect([status, said]).toEqual([400, expect.stringContaining('مدير واحد على الأقل')]);
  });

  it('somebody shut out is out at once', async () => {
    const client = await invite(['edits'], 'leaver');
    const { text } = await admin.get('/staff/people');
    const id = /leaver<\/small>[\s\S]*?\/staff\/people\/([\w-]+)\/roles/.exec(text)?.[1] ?? '';
    await admin.post(`/staff/people/${id}/disable`, { disabled: 'yes' });
    expect((await client.get('/staff')).status).toBe(401);
  });

  it('what was done is told in sentences', async () => {
    const { text } = await admin.get('/staff/audit');
    expect(text).toContain('انضم سارة إلى اللوحة');
    expect(text).toContain('أوقف سارة حساب leaver.');
  });
});

it('an operator can shut the console', async () => {
  const shut = await startServer({ STAFF: 'off' });
  expect((await fetch(`${shut.url}/staff`)).status).toBe(404);
  expect(shut.output()).not.toContain('/staff/join/');
  await shut.stop();
});
