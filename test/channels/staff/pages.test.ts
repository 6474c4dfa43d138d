import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../helpers/browser';
import { findViolations } from '../../helpers/find-violations';
import { type RunningServer, startServer } from '../../helpers/start-server';
import { DESKTOP, PHONE } from '../../web/chat-page';
import { firstLink, join, type StaffClient } from './staff-client';
import { openStaffPage } from './staff-page';

jest.setTimeout(120_000);

let browser: Browser;
let server: RunningServer;
let client: StaffClient;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  const physician = { name: 'سارة', login: 'sara', physician: 'yes' };
  client = await join(server.url, firstLink(server.output()), physician);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Every page of the menu, and what it leads to. */
const PAGES = [
  '/staff',
  '/staff/questions',
  '/staff/answers',
  '/staff/answers/new',
  '/staff/answers/what-is-prp',
  '/staff/drafts',
  '/staff/versions/clinic',
  '/staff/clinic',
  '/staff/try',
  '/staff/people',
  '/staff/audit',
  '/staff/account',
  '/staff/upgrade',
];

describe.each([
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
  ['a phone in the dark', { ...PHONE, colorScheme: 'dark' as const }],
])('on %s', (_name, options) => {
  it('no page is barred to anybody, and none is wider than the screen', async () => {
    const page = await openStaffPage(browser, server.url, client, { ...options, reducedMotion: 'reduce' });
    for (const path of PAGES) {
      const response = await page.goto(path);
      expect([path, response?.status()]).toEqual([path, 200]);
      expect([path, await findViolations(page)]).toEqual([path, []]);
      const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect([path, wide]).toEqual([path, 0]);
    }
    await page.context().close();
  });
});
