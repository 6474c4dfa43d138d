import type { Browser, Page } from 'playwright-core';
import { admit, readAccount } from '../../../src/staff/identity/account';
import { launchBrowser } from '../../helpers/browser';
import { findFreePort } from '../../helpers/free-port';
import { type IdentityProvider, startIdentityProvider } from '../../helpers/identity-provider';
import { type RunningServer, startServer } from '../../helpers/start-server';
import { until } from '../../web/chat-page';
import { createStaffClient } from './staff-client';

jest.setTimeout(60_000);

const PEOPLE = {
  doctor: { name: 'د. ليلى', email: 'laila@clinic.example', email_verified: true, groups: ['doctors', 'all'] },
  desk: { name: 'هند', email: 'Hind@clinic.example', email_verified: true, groups: ['all'] },
  unverified: { name: 'سامر', email: 'samer@clinic.example', email_verified: false, groups: [] },
  stranger: { name: 'غريب', email: 'x@elsewhere.example', email_verified: true, groups: ['all'] },
};

let browser: Browser;
let provider: IdentityProvider;
let server: RunningServer;

beforeAll(async () => {
  const port = await findFreePort();
  const callback = `http://127.0.0.1:${port}/staff/organisation/callback`;
  [browser, provider] = await Promise.all([launchBrowser(), startIdentityProvider(callback, PEOPLE)]);
  server = await startServer({
    PORT: String(port),
    STAFF_OIDC_ISSUER: provider.issuer,
    STAFF_OIDC_CLIENT_ID: 'console',
    STAFF_OIDC_CLIENT_SECRET: 'a secret of the console',
    STAFF_OIDC_ROLES: 'doctors=edits+approves',
    STAFF_OIDC_ALLOWED: '@clinic.example',
  });
}, 180_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
  provider.stop();
});

/** Goes through the provider's own pages as somebody. */
async function signIn(login: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'ar', baseURL: server.url });
  const page = await context.newPage();
  await page.goto('/staff/answers');
  await page.getByRole('link', { name: 'ادخل بحساب العيادة' }).click();
  await passProvider(page, login);
  return page;
}

/** The pages of the provider, until it leads back. */
async function passProvider(page: Page, login: string): Promise<void> {
  await page.fill('input[name=login]', login);
  await page.fill('input[name=password]', 'x');
  await page.click('button[type=submit]');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(`${server.url}/**`);
}

describe('with an account of the organisation', () => {
  it('a group gives its roles, and the page that was asked for comes', async () => {
    const page = await signIn('doctor');
    expect(new URL(page.url()).pathname).toBe('/staff/answers');
    expect(await page.getByRole('link', { name: 'جواب جديد' }).count()).toBe(1);
    expect(await page.locator('.me').innerText()).toContain('د. ليلى');
    await page.context().close();
    await (await signIn('doctor')).context().close();
  });

  it('an allowed address reads, and nothing more until an administrator says so', async () => {
    const page = await signIn('desk');
    expect(await page.getByRole('link', { name: 'جواب جديد' }).count()).toBe(0);
    expect((await page.goto('/staff/people'))?.status()).toBe(403);
    await page.context().close();
  });

  it.each([
    ['an address elsewhere', 'stranger', 'x@elsewhere.example'],
    ['an address nobody vouches for', 'unverified', 'سامر'],
  ])('%s is refused, and told which account it was', async (_name, login, shown) => {
    const page = await signIn(login);
    expect(await page.getByRole('status').innerText()).toContain(shown);
    expect((await page.goto('/staff/answers'))?.status()).toBe(401);
    await page.context().close();
  });

  it('a code begun in another browser is of no use', async () => {
    const [victim, other] = [createStaffClient(server.url), createStaffClient(server.url)];
    const begun = await other.get('/staff/organisation');
    const state = new URL(begun.to ?? '').searchParams.get('state') ?? '';
    await victim.get('/staff/sign-in');
    const query = new URLSearchParams({ code: 'stolen', state, iss: provider.issuer });
    expect((await victim.get(`/staff/organisation/callback?${query.toString()}`)).status).toBe(400);
    expect((await other.get(`/staff/organisation/callback?${query.toString()}`)).status).toBe(400);
    expect(victim.cookies.has('staff')).toBe(false);
  });

  it.each(['nonce', 'code_challenge'])('a code that was asked for with another %s is of no use', async (name) => {
    const context = await browser.newContext({ locale: 'ar', baseURL: server.url });
    const page = await context.newPage();
    await page.goto('/staff/sign-in');
    const begun = await context.request.get('/staff/organisation', { maxRedirects: 0 });
    const address = new URL(begun.headers()['location'] ?? '');
    address.searchParams.set(name, 'x'.repeat(43));
    await page.goto(address.href);
    await passProvider(page, 'doctor');
    expect(await page.getByRole('status').innerText()).toContain('لم يكتمل الدخول');
    expect((await page.goto('/staff'))?.status()).toBe(401);
    await context.close();
  });

  it('an answer in the name of another provider is of no use: its code is not even asked for', async () => {
    const client = createStaffClient(server.url);
    const begun = await client.get('/staff/organisation');
    const state = new URL(begun.to ?? '').searchParams.get('state') ?? '';
    const query = new URLSearchParams({ code: 'c', state, iss: 'https://evil.example' });
    expect((await client.get(`/staff/organisation/callback?${query.toString()}`)).status).toBe(400);
    await until(() => Promise.resolve(server.output().includes('OAUTH_INVALID_RESPONSE')));
  });

  it('leads nowhere else afterwards', async () => {
    const client = createStaffClient(server.url);
    const begun = await client.get('/staff/organisation?next=https://evil.example');
    const [, next = ''] = (new URL(begun.to ?? '').searchParams.get('state') ?? '').split('.');
    expect(Buffer.from(next, 'base64url').toString()).toBe('/staff');
  });
});

describe('claims', () => {
  const token = { iss: 'https://issuer.example', sub: '1', name: 'x' };

  it.each([
    [
      'Keycloak, verified',
      { email: 'A@b.example', email_verified: true, preferred_username: 'c@d.example' },
      'a@b.example',
    ],
    [
      'Keycloak, not verified',
      { email: 'a@b.example', email_verified: false, preferred_username: 'a@b.example' },
      undefined,
    ],
    ['Entra ID', { email: 'forged@b.example', preferred_username: 'a@b.example' }, 'a@b.example'],
    ['a name that is no address', { preferred_username: 'sara' }, undefined],
  ])('the address of %s', (_name, claims, address) => {
    expect(readAccount({ ...token, ...claims }, 'groups')?.address).toBe(address);
  });

  it.each([
    ['a group', { groups: ['doctors'] }, { kind: 'given', roles: ['approves'] }],
    ['an address', { address: 'a@clinic.example' }, { kind: 'own' }],
    ['a domain that only ends alike', { address: 'a@other-clinic.example' }, { kind: 'refused' }],
    ['nothing', {}, { kind: 'refused' }],
  ])('%s decides', (_name, part, admission) => {
    const rules = { allowed: ['@clinic.example'], groups: [{ group: 'doctors', roles: ['approves'] as const }] };
    expect(admit({ subject: 's', name: 'x', address: undefined, groups: [], ...part }, rules)).toEqual(admission);
  });
});
