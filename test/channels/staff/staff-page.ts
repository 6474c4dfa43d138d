import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { createVisitor, openChat, PHONE } from '../../web/chat-page';
import type { StaffClient } from './staff-client';

/** A page of the console in a real browser, for whoever `client` has signed in. */
export async function openStaffPage(
  browser: Browser,
  url: string,
  client: StaffClient,
  options: BrowserContextOptions,
): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, locale: 'ar', ...options });
  await context.addCookies([...client.cookies].map(([name, value]) => ({ name, value, url })));
  return context.newPage();
}

/** Presses a button of a page by what stands on it. */
export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** What a patient who was never here gets as the answer. */
export async function askAsPatient(browser: Browser, url: string, question: string): Promise<string> {
  const visitor = await createVisitor(browser, PHONE);
  const { chat } = await openChat(visitor, url);
  await chat.say(question);
  const said = (await chat.answers.last().locator('.bubble').textContent()) ?? '';
  await visitor.context.close();
  return said;
}
