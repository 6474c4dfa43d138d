import { mkdirSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../helpers/browser';
import { mountDisk } from '../../helpers/own-disk';
import { type RunningServer, startServer } from '../../helpers/start-server';
import { PHONE } from '../../web/chat-page';
import { firstLink, join, PASSWORD, type StaffClient } from './staff-client';
import { openStaffPage, press } from './staff-page';

jest.setTimeout(120_000);

const disk = mountDisk('24m');
const DATA = joinPath(disk.folder, 'data');

let browser: Browser;
let server: RunningServer;
let client: StaffClient;
let page: Page;

beforeAll(async () => {
  mkdirSync(DATA);
  [browser, server] = await Promise.all([launchBrowser(), startServer({ DATA_DIR: DATA })]);
  client = await join(server.url, firstLink(server.output()), { name: 'سارة', login: 'sara' });
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.stop('SIGKILL');
  disk.unmount();
});

beforeEach(async () => {
  page = await openStaffPage(browser, server.url, client, PHONE);
  await page.goto('/staff/clinic');
});
afterEach(() => page.context().close());

const address = () => page.getByLabel('العنوان', { exact: true });
const type = (text: string): Promise<void> => address().fill(text);
const save = (): Promise<void> => press(page, 'احفظ وانشر');
const isSaved = (): Promise<void> => page.getByText('حُفظت البيانات').waitFor();

it('a connection that is lost while saving loses nothing typed', async () => {
  await type('شارع النخيل');
  await page.context().setOffline(true);
  await save();
  await page.waitForURL('chrome-error://**');
  await page.context().setOffline(false);
  await page.goto('/staff/clinic');
  expect(await address().inputValue()).toBe('شارع النخيل');
  await save();
  await isSaved();
});

it('a session that ended while somebody typed loses nothing typed', async () => {
  await type('شارع الورد');
  await client.get('/staff/account');
  await client.post('/staff/account/sign-out-everywhere');
  await save();
  await page.getByText('ما كتبته محفوظ').waitFor();
  await page.fill('input[name=login]', 'sara');
  await page.fill('input[name=password]', PASSWORD);
  await page.click('main button[type=submit]');
  await page.locator('main form[action="/staff/clinic"] button[type=submit]').click();
  await isSaved();
  expect(await address().inputValue()).toBe('شارع الورد');
  await client.get('/staff/sign-in');
  await client.post('/staff/sign-in', { login: 'sara', password: PASSWORD });
});

(disk.isMounted ? it : it.skip)(
  'a disk that is full while saving loses nothing typed, and is told in words',
  async () => {
    await type('شارع الياسمين');
    disk.fill();
    await save();
    await page.getByText('ولم يتغير شيء').waitFor();
    expect((await page.goto('/staff/clinic'))?.status()).toBe(200);
    expect(await address().inputValue()).toBe('شارع الياسمين');
    disk.empty();
    await save();
    await isSaved();
  },
);
