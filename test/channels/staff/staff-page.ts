import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
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
