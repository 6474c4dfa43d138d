import type { Browser } from 'playwright-core';
import { launchBrowser } from '../helpers/browser';
import { startServer, type RunningServer } from '../helpers/start-server';
import { createVisits, DESKTOP, openChat, SMALL_PHONE, STRINGS } from './chat-page';
import { SAYS } from './words';

jest.setTimeout(60_000);

let browser: Browser;
let server: RunningServer;
const visit = createVisits(() => browser);

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await server.stop('SIGKILL');
});

describe('what a person takes along', () => {
  it('is the whole conversation, copied: who said what and when', async () => {
    const visitor = await visit({ ...DESKTOP, permissions: ['clipboard-read', 'clipboard-write'] });
    const { page, chat } = await openChat(visitor, server.url);
    await chat.say(SAYS.sessions);
    await visitor.context.setOffline(true);
    await chat.type(SAYS.pain);
    await page.getByText(STRINGS.state.queued).waitFor();
    await chat.button(STRINGS.menu).click();
    await chat.button(STRINGS.copy).click();
    await page.getByText(STRINGS.copied).waitFor();
    const copied = String(await page.evaluate('navigator.clipboard.readText()'));
    const day = new Intl.DateTimeFormat('ar-u-nu-latn', { dateStyle: 'full', timeZone: 'Asia/Riyadh' });
    const heads = copied
      .split('\n')
      .filter((line) => line.startsWith(`${STRINGS.bot} (`) || line.startsWith(`${STRINGS.you} (`));
    expect(heads.map((line) => line.split(' ')[0])).toEqual([STRINGS.bot, STRINGS.you, STRINGS.bot, STRINGS.you]);
    expect(heads.every((line) => line.includes(day.format(new Date())))).toBe(true);
    expect(heads[3]).toContain(STRINGS.state.queued);
    expect(copied.startsWith(STRINGS.title)).toBe(true);
    for (const text of await page.locator('.bubble .line, .bubble li').allInnerTexts()) expect(copied).toContain(text);
  });

  it('is the whole conversation, printed: all of it, without buttons, dark on light', async () => {
    const visitor = await visit({ ...DESKTOP, colorScheme: 'dark' });
    const { page, chat } = await openChat(visitor, server.url);
    for (const text of [SAYS.sessions, SAYS.pain, SAYS.price]) await chat.say(text);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const bubble of await page.locator('.bubble, .message .unseen').all()) {
      const box = await bubble.boundingBox();
      expect(box!.y).toBeGreaterThanOrEqual(0);
      expect(box!.height).toBeGreaterThan(8);
    }
    expect(
      await page.evaluate(`document.querySelector('.pane').scrollHeight <= document.documentElement.scrollHeight`),
    ).toBe(true);
    expect(await page.locator('button:visible, textarea:visible').count()).toBe(0);
    expect(
      await page.evaluate(
        `['.bubble', '.when', '.notice'].map((name) => getComputedStyle(document.querySelector(name)).color)`,
      ),
    ).toEqual(['rgb(0, 0, 0)', 'rgb(51, 51, 51)', 'rgb(51, 51, 51)']);
    expect(await page.evaluate(`getComputedStyle(document.documentElement).colorScheme`)).toBe('light');
    const printed = (await page.pdf({ format: 'A6' })).toString('latin1');
    expect(printed.match(/\/Type\s*\/Page\b/g)!.length).toBeGreaterThan(1);
  });
});

describe('the sound', () => {
  it('can be turned off, and stays off', async () => {
    const { page, chat } = await openChat(await visit(), server.url);
    const items = page.locator('.menu-list');
    await chat.button(STRINGS.menu).click();
    await chat.button(STRINGS.soundOff).click();
    await chat.button(STRINGS.menu).click();
    await items.getByRole('button', { name: STRINGS.soundOn }).waitFor();
    await page.reload();
    await chat.button(STRINGS.menu).click();
    await items.getByRole('button', { name: STRINGS.soundOn }).waitFor();
  });
});

describe('reading', () => {
  it('does not move under somebody who reads further up, and offers the way down', async () => {
    const visitor = await visit(SMALL_PHONE);
    const { page, chat } = await openChat(visitor, server.url);
    await chat.say(SAYS.sessions);
    const scrollTop = `document.querySelector('.pane').scrollTop`;
    await page.evaluate(`${scrollTop} = 0`);
    const other = await openChat(visitor, server.url);
    await other.chat.say(SAYS.pain);
    const newest = page.getByRole('button', { name: STRINGS.toNewest });
    await newest.waitFor();
    expect(await page.evaluate(scrollTop)).toBe(0);
    await newest.click();
    expect(await page.evaluate(scrollTop)).toBeGreaterThan(0);
    await newest.waitFor({ state: 'detached' });
  });

  it('says whose each message is, once, in a log', async () => {
    const { page, chat } = await openChat(await visit(), server.url);
    const log = page.getByRole('log', { name: STRINGS.log });
    // What a screen reader reads out: whatever is put into the log, but for what is marked as not live.
    await page.evaluate(`
      window.read = [];
      new MutationObserver((records) => {
        for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
          const element = node instanceof Element ? node : node.parentElement;
          if (element && !element.closest('[aria-live=off]')) window.read.push(element.textContent);
        }
      }).observe(document.querySelector('[role=log]'), { childList: true, subtree: true });`);
    await chat.say(SAYS.sessions);
    await chat.suggestions.first().waitFor();
    expect(await page.evaluate('window.read.map((text) => text.split(":")[0])')).toEqual([STRINGS.you, STRINGS.bot]);
    expect(await log.getAttribute('aria-busy')).toBe('false');
    expect(await log.locator('.unseen').allTextContents()).toEqual([
      `${STRINGS.bot}: `,
      `${STRINGS.you}: `,
      `${STRINGS.bot}: `,
    ]);
  });
});
