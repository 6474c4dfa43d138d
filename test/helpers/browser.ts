import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium as playwright } from 'playwright-core';

const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/**
 * As root there is no sandbox, and in containers little shared memory. What @sparticuz/chromium adds for its own place of
 * work (one process for everything) would end the browser with its first context.
 */
const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage'];

/** Starts a real browser. */
export async function launchBrowser(): Promise<Browser> {
  return playwright.launch(await findBrowser());
}

/** The browser CHROME_PATH names, else an installed one, else the one inside @sparticuz/chromium. */
export async function findBrowser(): Promise<{ readonly executablePath: string; readonly args: string[] }> {
  const installed = findInstalled();
  if (installed !== undefined) return { executablePath: installed, args: ARGUMENTS };
  // Loaded only where it is needed: it unpacks 60 MB.
  const { default: packed } = await import('@sparticuz/chromium');
  return { executablePath: await packed.executablePath(), args: [...ARGUMENTS, '--disable-gpu'] };
}

function findInstalled(): string | undefined {
  const named = process.env['CHROME_PATH'];
  // "none" takes the packed one, to see that it works on a machine that has another.
  if (named === 'none') return undefined;
  if (named !== undefined && named !== '') return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return INSTALLED.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}
