import { createStaffConsole, type ServedRoute } from '../../../src/channels/staff/create-staff-console';
import type { ConsoleDependencies } from '../../../src/channels/staff/console-dependencies';
import { type RunningServer, startServer } from '../../helpers/start-server';
import { createStaffClient, firstLink, join, type StaffClient } from './staff-client';
import { mayDo, type Role, ROLES } from '../../../src/staff/identity/role';

jest.setTimeout(120_000);

/** The routes of the console themselves; what they would work with is not touched until one is asked. */
const never = new Proxy({}, { get: () => undefined });
const routes: readonly ServedRoute[] = createStaffConsole({
  store: never,
  texts: never,
  content: never,
  inbox: never,
  versions: never,
  provider: never,
  now: Date.now,
} as unknown as ConsoleDependencies);

/** Which of them anybody may ask without having signed in, and what each role opens: a new route is a line here. */
const OPEN = routes.filter(({ needs }) => needs === 'visitor').map(({ method, path }) => `${method} ${path}`);

let server: RunningServer;
const clients = new Map<Role, StaffClient>();

beforeAll(async () => {
  server = await startServer();
  const admin = await join(server.url, firstLink(server.output()), { name: 'مديرة', login: 'admin' });
  for (const role of ROLES) {
    await admin.get('/staff/people');
    const { text } = await admin.post('/staff/people/invite', { role });
    clients.set(role, await join(server.url, firstLink(text), { name: role, login: role }));
  }
}, 120_000);

afterAll(() => server.stop());

const pathOf = (path: string): string => path.replace(/:\w+/g, 'nothing');

describe('routes', () => {
  it('have a role each, or are one of those that let somebody in', () => {
    expect(OPEN).toEqual([
      'GET /staff/sign-in',
      'POST /staff/sign-in',
      'GET /staff/passkey/options',
      'POST /staff/passkey',
      'GET /staff/organisation',
      'GET /staff/organisation/callback',
      'GET /staff/join/:secret',
      'POST /staff/join/:secret',
    ]);
    expect(routes.filter(({ needs }) => needs !== 'visitor' && !ROLES.includes(needs))).toEqual([]);
    expect(routes.length).toBeGreaterThan(60);
  });
});

/** Signing out would end what follows. */
const LAST = /sign-out/;
const guarded = routes.filter(({ needs, path }) => needs !== 'visitor' && !LAST.test(path));

describe.each(ROLES)('who %s', (role) => {
  it.each(['GET', 'POST'] as const)('is let through by %s exactly where the role is the route’s', async (method) => {
    const client = clients.get(role);
    if (client === undefined) throw new Error('nobody has the role');
    const wrong: unknown[] = [];
    await client.get('/staff/account');
    for (const { path, needs } of guarded.filter((route) => route.method === method)) {
      if (/\/(wait|news|stream)$/.test(path)) continue;
      const { status } = method === 'GET' ? await client.get(pathOf(path)) : await client.post(pathOf(path));
      const expected = needs !== 'visitor' && mayDo([role], needs);
      if ((status !== 403) !== expected) wrong.push([path, needs, status]);
      if (status >= 500) wrong.push([path, needs, status]);
    }
    expect(wrong).toEqual([]);
  });
});

it('a stranger is let through by none, and a form without its token by none', async () => {
  const stranger = createStaffClient(server.url);
  const bare = createStaffClient(server.url);
  for (const [name, value] of clients.get('administers')?.cookies ?? []) bare.cookies.set(name, value);
  const wrong: unknown[] = [];
  for (const { method, path } of guarded) {
    const { status } = method === 'GET' ? await stranger.get(pathOf(path)) : await stranger.post(pathOf(path));
    if (status !== 401) wrong.push([method, path, status]);
    if (method !== 'POST') continue;
    const forged = await bare.post(pathOf(path));
    if (forged.status !== 403) wrong.push(['without token', path, forged.status]);
  }
  expect(wrong).toEqual([]);
});
