import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../helpers/browser';
import { type RunningServer, startServer } from '../../helpers/start-server';
import { PHONE } from '../../web/chat-page';
import { firstLink, join, type StaffClient } from './staff-client';
import { askAsPatient, openStaffPage, press } from './staff-page';

jest.setTimeout(120_000);

let browser: Browser;
let server: RunningServer;
let physician: StaffClient;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  physician = await join(server.url, firstLink(server.output()), { name: 'د. منى', login: 'muna', physician: 'yes' });
}, 240_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const PROMISE = 'النتيجة مضمونة 100%.';

const ask = (question: string): Promise<string> => askAsPatient(browser, server.url, question);
const openAs = (client: StaffClient): Promise<Page> => openStaffPage(browser, server.url, client, PHONE);

it('a promise in an answer is named while it is written, and is not published', async () => {
  const page = await openAs(physician);
  await page.goto('/staff/answers/session-duration');
  const answer = page.locator('#answer');
  await answer.fill(`${await answer.inputValue()}\n\n${PROMISE}`);
  await page.locator('.checked .faults').getByText('مضمونة').first().waitFor();
  await press(page, 'احفظ المسودة وانظر أثرها');
  await page.getByText('ما يجب تصحيحه أولًا').waitFor();
  const draft = new URL(page.url()).pathname;
  expect(await page.getByRole('button', { name: 'اعتمد وانشر' }).count()).toBe(0);
  // Nor by a request that no button sends.
  const { text } = await physician.get(draft);
  const stamp = /name="stamp" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const refused = await physician.post(`${draft}/publish`, { stamp });
  expect([refused.status, refused.text.includes('لم يُنشر شيء')]).toEqual([400, true]);
  expect(await ask('كم تستغرق الجلسة')).not.toContain('مضمونة');
});
