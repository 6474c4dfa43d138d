import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../helpers/browser';
import { type RunningServer, startServer } from '../../helpers/start-server';
import { PHONE } from '../../web/chat-page';
import { firstLink, join, type StaffClient } from './staff-client';
import { openStaffPage } from './staff-page';

jest.setTimeout(60_000);

let browser: Browser;
let server: RunningServer;
let client: StaffClient;
let page: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  client = await join(server.url, firstLink(server.output()), { name: 'سارة', login: 'sara' });
}, 120_000);

beforeEach(async () => {
  page = await openStaffPage(browser, server.url, client, PHONE);
  await page.goto('/staff/clinic');
});

afterEach(() => page.context().close());

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const save = async (): Promise<void> => {
  await page.getByRole('button', { name: 'احفظ وانشر' }).click();
};
const box = (day: string, shift: number, end: string) =>
  page.locator('#hours-week').getByLabel(`${day} ${shift}: ${end}`, { exact: true });

it('the hours of a week are filled in by one day, and told day by day', async () => {
  const boxes = page.locator('#hours-week input');
  for (const one of await boxes.all()) await one.fill('');
  await box('السبت', 1, 'نفتح').fill('09:00');
  await box('السبت', 1, 'نغلق').fill('13:00');
  await box('السبت', 2, 'نفتح').fill('17:00');
  await box('السبت', 2, 'نغلق').fill('22:30');
  await page.locator('#hours-week').getByRole('button', { name: 'املأ الأيام الفارغة مثل أول يوم' }).click();
  await save();
  await page.getByText('حُفظت البيانات').waitFor();
  expect(await box('الجمعة', 2, 'نغلق').inputValue()).toBe('22:30');
  await page.goto('/staff/audit');
  const told = 'غيّر سارة «أوقات الدوام: السبت» من «10:00-20:00» إلى «09:00-13:00 · 17:00-22:30».';
  await page.getByText(told).waitFor();
});

it('a doctor is added with the licence, in a row that was not there', async () => {
  const doctors = page.getByRole('group', { name: 'الأطباء', exact: true });
  const rows = await doctors.locator('.row').count();
  await doctors.getByRole('button', { name: 'أضف سطرًا' }).click();
  const row = doctors.locator('.row').nth(rows);
  await row.getByLabel('الاسم').fill('د. ليلى');
  await row.getByLabel('رقم الترخيص').fill('77-1');
  await row.getByLabel('طبيبة؟').selectOption('yes');
  await save();
  await page.getByText('حُفظت البيانات').waitFor();
  expect(
    await doctors
      .getByLabel('رقم الترخيص')
      .nth(rows - 1)
      .inputValue(),
  ).toBe('77-1');
});

it('what is typed into rows survives a page that is loaded again', async () => {
  const prices = page.getByRole('group', { name: 'الأسعار', exact: true });
  await prices.getByRole('button', { name: 'أضف سطرًا' }).click();
  await prices.getByLabel('الخدمة').last().fill('استشارة');
  const boxes = prices.getByLabel('الخدمة');
  const texts = async (): Promise<string[]> => Promise.all((await boxes.all()).map((one) => one.inputValue()));
  const typed = await texts();
  await page.reload();
  expect(await texts()).toEqual(typed);
});

it('a slip is told with a way to it, and nothing typed is lost', async () => {
  await page.getByLabel('الهاتف', { exact: true }).fill('اتصلوا بنا');
  await box('الأحد', 1, 'نغلق').fill('');
  await save();
  await page.getByRole('link', { name: /^أوقات الدوام · الأحد: لكل فترة وقتان/ }).click();
  expect(await page.getByLabel('الهاتف', { exact: true }).inputValue()).toBe('اتصلوا بنا');
  await page.getByLabel('الهاتف', { exact: true }).fill('\u202a٠٥٥٥ ١٢٣ ٤٥٦\u202c');
  await box('الأحد', 1, 'نغلق').fill('13:00');
  await save();
  await page.getByText('حُفظت البيانات').waitFor();
  expect(await page.getByLabel('الهاتف', { exact: true }).inputValue()).toBe('0555 123 456');
});

it('two people at once: other fields are both kept, the same one is shown to the second', async () => {
  const second = await openStaffPage(browser, server.url, client, PHONE);
  await second.goto('/staff/clinic');
  await page.getByLabel('العنوان', { exact: true }).fill('شارع النخيل');
  await save();
  await page.getByText('حُفظت البيانات').waitFor();
  await second.getByLabel('مواقف السيارات').fill('خلف المبنى');
  await second.getByLabel('العنوان', { exact: true }).fill('شارع الورد');
  await second.getByRole('button', { name: 'احفظ وانشر' }).click();
  await second.getByText('غيّر زميل قبلك هذه الحقول: العنوان.').waitFor();
  await second.getByLabel('العنوان', { exact: true }).fill('شارع النخيل');
  await second.getByRole('button', { name: 'احفظ وانشر' }).click();
  await second.getByText('حُفظت البيانات').waitFor();
  await page.reload();
  expect(await page.getByLabel('مواقف السيارات').inputValue()).toBe('خلف المبنى');
  await second.context().close();
});
