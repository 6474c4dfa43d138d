import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../helpers/browser';
import { type RunningServer, startServer } from '../../helpers/start-server';
import { createChallenges } from '../../../src/channels/staff/identity/challenge';
import { firstLink, PASSWORD } from './staff-client';

jest.setTimeout(60_000);

let browser: Browser;
let server: RunningServer;
/** Keys belong to a host name; an address of numbers has none. */
let url: string;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  url = server.url.replace('127.0.0.1', 'localhost');
}, 180_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** A browser whose device keeps keys and knows its owner. */
async function openWithDevice(): Promise<Page> {
  const context = await browser.newContext({ locale: 'ar', baseURL: url });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return page;
}

it('a key made on one’s device signs in without a password, and no more once it is removed', async () => {
  const page = await openWithDevice();
  await page.goto(firstLink(server.output()));
  await page.fill('[name=name]', 'سارة');
  await page.fill('input[name=login]', 'sara');
  await page.fill('[name=password]', PASSWORD);
  await page.click('main button[type=submit]');
  await page.waitForURL('**/staff');
  await page.goto('/staff/sign-in');
  expect(await page.getByRole('button', { name: 'ادخل بمفتاح المرور' }).count()).toBe(0);

  await page.goto('/staff/account');
  await page.getByRole('button', { name: 'أضف مفتاحًا من هذا الجهاز' }).click();
  await page.getByRole('button', { name: 'احذف المفتاح' }).waitFor();
  await page.getByRole('button', { name: 'خروج', exact: true }).click();

  await page.goto('/staff/answers');
  await page.getByRole('button', { name: 'ادخل بمفتاح المرور' }).click();
  await page.getByRole('heading', { name: 'الأجوبة', level: 1 }).waitFor();
  expect(await page.locator('.me').textContent()).toContain('سارة');

  await page.goto('/staff/account');
  await page.getByRole('button', { name: 'احذف المفتاح' }).click();
  await page.waitForURL('**/staff/account');
  await page.getByRole('button', { name: 'خروج', exact: true }).click();
  await page.waitForURL('**/staff/sign-in');
  expect(await page.getByRole('button', { name: 'ادخل بمفتاح المرور' }).count()).toBe(0);
  await page.context().close();
});

describe('a challenge', () => {
  it.each([
    ['is taken once', (take: (token: string) => boolean) => [take('mine'), take('mine')], [true, false]],
    ['is no other browser’s', (take: (token: string) => boolean) => [take('theirs'), take('mine')], [false, true]],
  ])('%s', (_name, ask, expected) => {
    const challenges = createChallenges(() => 1_000_000);
    const made = challenges.make('mine');
    expect(ask((token) => challenges.take(token, made))).toEqual(expected);
  });

  it('holds for five minutes, and one of tomorrow is none', () => {
    let now = 1_000_000;
    const challenges = createChallenges(() => now);
    const made = challenges.make('mine');
    now += 5 * 60_000 + 1;
    expect(challenges.take('mine', made)).toBe(false);
    now = 0;
    expect(challenges.take('mine', made)).toBe(false);
    expect(challenges.take('mine', 'anything')).toBe(false);
  });
});
