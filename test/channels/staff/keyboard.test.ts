import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../helpers/browser';
import { type RunningServer, startServer } from '../../helpers/start-server';
import { DESKTOP, PHONE } from '../../web/chat-page';
import { firstLink, join, PASSWORD } from './staff-client';

jest.setTimeout(120_000);

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  await join(server.url, firstLink(server.output()), { name: 'سارة', login: 'sara' });
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** What has the focus, by what is read of it; each stop has to be seen. */
interface Stop {
  readonly name: string;
  readonly isSeen: boolean;
}

const STOP = `(() => {
  const at = document.activeElement;
  const { outlineStyle, boxShadow } = getComputedStyle(at);
  const name = (at.getAttribute('aria-label') ?? at.labels?.[0]?.innerText ?? at.innerText ?? '').trim();
  return { name, isSeen: outlineStyle !== 'none' || boxShadow !== 'none' };
})()`;

/** Goes on with the tabulator until something is reached. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let count = 0; count < 150; count += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<Stop>(STOP);
    if (!stop.isSeen) throw new Error(`the focus is not seen on ${stop.name}`);
    if (stop.name === name) return;
  }
  throw new Error(`${name} is not reached`);
}

it.each([
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
])('on %s one signs in, changes a price and reads who changed it, by keyboard alone', async (_name, options) => {
  const context = await browser.newContext({ locale: 'ar', baseURL: server.url, ...options });
  const page = await context.newPage();
  const price = options === PHONE ? '900' : '850';
  await page.goto('/staff');
  await tabTo(page, 'اسم الدخول أو البريد');
  await page.keyboard.type('sara');
  await tabTo(page, 'كلمة المرور');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('.me').waitFor({ state: 'attached' });
  await tabTo(page, 'بيانات العيادة');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/staff/clinic');
  await tabTo(page, 'الأسعار');
  await page.keyboard.press('Enter');
  await tabTo(page, 'السعر');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(price);
  await tabTo(page, 'احفظ وانشر');
  await page.keyboard.press('Enter');
  await page.getByText('حُفظت البيانات').waitFor();
  await tabTo(page, 'إلى المحتوى');
  if (options === PHONE) {
    await tabTo(page, 'المزيد');
    await page.keyboard.press('Enter');
  }
  await tabTo(page, 'سجل التغييرات');
  await page.keyboard.press('Enter');
  await page.getByText('غيّر سارة «الأسعار»').first().waitFor();
  expect(await page.locator('.events li').first().innerText()).toContain(price);
  await context.close();
});
