import type { Browser, BrowserContext, BrowserContextOptions, FrameLocator, Locator, Page } from 'playwright-core';
import { loadShipped } from '../helpers/load-shipped';

/** What the chat window says in Arabic. */
export const STRINGS = loadShipped().messages.widget.ar;

export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true };
export const SMALL_PHONE: BrowserContextOptions = { ...PHONE, viewport: { width: 320, height: 568 } };
export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 860 } };

/** A browser of one person, and what went wrong in it. */
export interface Visitor {
  readonly context: BrowserContext;
  /** Errors of scripts, and what a Content-Security-Policy forbade. */
  readonly faults: string[];
  /** Origins that were asked for anything. */
  readonly origins: Set<string>;
  /** Paths that were asked for, in order. */
  readonly paths: string[];
}

/** Opens the browser of somebody who has never been here. */
export async function createVisitor(browser: Browser, options: BrowserContextOptions = DESKTOP): Promise<Visitor> {
  const context = await browser.newContext({ locale: 'ar', timezoneId: 'Asia/Riyadh', ...options });
  context.setDefaultTimeout(25_000);
  const faults: string[] = [];
  const origins = new Set<string>();
  const paths: string[] = [];
  context.on('weberror', (error) => faults.push(error.error().message));
  context.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) faults.push(message.text());
  });
  context.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    origins.add(origin);
    paths.push(pathname);
  });
  return { context, faults, origins, paths };
}

/** Makes the visitors of a file's tests, each somebody who has never been here; they leave when the test ends. */
export function createVisits(browser: () => Browser): (options?: BrowserContextOptions) => Promise<Visitor> {
  const visitors: Visitor[] = [];
  afterEach(async () => {
    for (const { context } of visitors.splice(0)) await context.close();
  });
  return async (options) => {
    const visitor = await createVisitor(browser(), options);
    visitors.push(visitor);
    return visitor;
  };
}

/** The chat, in a page of its own or in a frame. */
export interface ChatPage {
  readonly field: Locator;
  readonly mine: Locator;
  readonly answers: Locator;
  readonly suggestions: Locator;
  button(name: string): Locator;
  /** A button that answers in the patient's name. */
  suggestion(name: string): Locator;
  /** Types and presses Enter; does not wait for an answer. */
  type(text: string): Promise<void>;
  /** Types, presses Enter and waits until so many more answers have come. */
  say(text: string): Promise<void>;
}

export function readChat(root: Page | FrameLocator): ChatPage {
  const field = root.getByRole('textbox', { name: STRINGS.compose });
  const mine = root.locator('.message.user');
  const answers = root.locator('.message.bot');
  const type = async (text: string): Promise<void> => {
    await field.fill(text);
    await field.press('Enter');
  };
  return {
    field,
    mine,
    answers,
    suggestions: root.getByRole('group', { name: STRINGS.suggestions }).getByRole('button'),
    button: (name) => root.getByRole('button', { name, exact: true }),
    suggestion: (name) =>
      root.getByRole('group', { name: STRINGS.suggestions }).getByRole('button', { name, exact: true }),
    type,
    async say(text) {
      const before = await answers.count();
      await type(text);
      await answers.nth(before).waitFor();
    },
  };
}

/** Opens the chat alone and waits for the welcome. */
export async function openChat(
  visitor: Visitor,
  url: string,
): Promise<{ readonly page: Page; readonly chat: ChatPage }> {
  const page = await visitor.context.newPage();
  await page.goto(`${url}/chat`);
  const chat = readChat(page);
  await chat.suggestions.first().waitFor();
  return { page, chat };
}

/** Waits until something holds; the test's own time-out ends it. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 40));
}
