import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from '../helpers/browser';
import { createVisitor, DESKTOP, PHONE, readChat, STRINGS, until, type ChatPage, type Visitor } from './chat-page';
import { startClinicSite, startWeb, type ClinicSite, type WebServer } from './start-web';

jest.setTimeout(60_000);

let browser: Browser;
let site: ClinicSite;
let server: WebServer;
let visitor: Visitor;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), startClinicSite()]);
  server = await startWeb({ allowedOrigins: [site.origin, site.strangerOrigin] });
}, 120_000);

afterEach(() => visitor.context.close());

afterAll(async () => {
  await browser.close();
  await site.stop();
  await server.stop();
});

interface Opened {
  readonly page: Page;
  readonly launcher: ReturnType<Page['locator']>;
  readonly frame: FrameLocator;
  readonly chat: ChatPage;
}

/** A clinic's own page with the script, and a field of its own. */
async function visitSite(attributes = '', options = DESKTOP, origin = site.origin): Promise<Opened> {
  visitor = await createVisitor(browser, options);
  site.show(
    `<h1>عيادة</h1><label>بحث <input id="own"></label>` +
      `<script src="${server.url}/widget.js" async ${attributes}></script>`,
  );
  const page = await visitor.context.newPage();
  await page.addInitScript(`
    window.shift = 0;
    new PerformanceObserver((list) => { for (const { value } of list.getEntries()) window.shift += value; })
      .observe({ type: 'layout-shift', buffered: true });
    window.heard = [];
    addEventListener('prp-assistant-ready', () => {
      for (const name of ['open', 'close', 'unread', 'message']) {
        window.PrpAssistant.on(name, (detail) => window.heard.push({ name, ...detail }));
      }
    });`);
  await page.goto(origin);
  const launcher = page.locator('button.b');
  await launcher.waitFor();
  const frame = page.frameLocator('iframe');
  return { page, launcher, frame, chat: readChat(frame) };
}

const focusOf = (page: Page): Promise<unknown> =>
  page.evaluate(`(document.activeElement?.shadowRoot ?? document).activeElement?.tagName`);
const heardOn = (page: Page): Promise<unknown> => page.evaluate('window.heard');

describe('before it is opened', () => {
  it('loads one script, moves nothing, and names itself', async () => {
    const { page, launcher } = await visitSite();
    expect(visitor.paths.filter((path) => path !== '/' && path !== '/favicon.ico')).toEqual(['/widget.js']);
    expect(await page.evaluate('window.shift')).toBe(0);
    expect(await launcher.getAttribute('aria-label')).toBe(STRINGS.open);
    expect(await launcher.getAttribute('aria-expanded')).toBe('false');
    const box = await launcher.boundingBox();
    expect(Math.min(box!.width, box!.height)).toBeGreaterThanOrEqual(44);
  });

  it('shows the greeting the site asks for, which can be put away', async () => {
    const { page } = await visitSite('data-greeting="أهلا بك"');
    await page.getByRole('button', { name: 'أهلا بك' }).waitFor();
    await page.getByRole('button', { name: STRINGS.closeGreeting }).click();
    expect(await page.getByRole('button', { name: 'أهلا بك' }).count()).toBe(0);
  });
});

describe('the chat on a site elsewhere', () => {
  it.each([
    ['a phone', PHONE, 'origin'],
    ['a desktop', DESKTOP, 'origin'],
    ['a desktop that lets it keep nothing', DESKTOP, 'strangerOrigin'],
  ] as const)('opens, answers and closes on %s; only our server is asked', async (_name, options, place) => {
    const { page, launcher, frame, chat } = await visitSite('', options, site[place]);
    await launcher.click();
    await chat.answers.first().waitFor();
    await chat.say('مرحبا');
    const box = await page.locator('.w').boundingBox();
    const { width } = options.viewport!;
    expect(box!.width).toBe(width < 480 ? width : 400);
    await frame.getByRole('button', { name: STRINGS.close }).click();
    await until(async () => (await launcher.getAttribute('aria-expanded')) === 'false');
    expect([...visitor.origins].sort()).toEqual([site[place], server.url].sort());
    expect(visitor.faults).toEqual([]);
    expect(await visitor.context.cookies()).toEqual([]);
    expect(await heardOn(page)).toEqual([
      { name: 'open' },
      { name: 'message', from: 'user' },
      { name: 'message', from: 'bot' },
      { name: 'close' },
    ]);
  });

  it('works by keyboard alone and gives the focus back', async () => {
    const { page, launcher, chat } = await visitSite();
    await page.locator('#own').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await chat.answers.first().waitFor();
    await page.frameLocator('iframe').locator('textarea:focus').waitFor();
    await page.keyboard.type('مرحبا');
    await page.keyboard.press('Enter');
    await chat.answers.nth(1).waitFor();
    await page.keyboard.press('Escape');
    await until(async () => (await focusOf(page)) === 'BUTTON');
    expect(await launcher.getAttribute('aria-expanded')).toBe('false');
  });

  it('counts what comes while it is closed', async () => {
    const { page, launcher, chat } = await visitSite();
    await launcher.click();
    await chat.answers.first().waitFor();
    await page.evaluate('PrpAssistant.ask("سؤال"); PrpAssistant.close()');
    await page.getByRole('button', { name: STRINGS.unread.replace('{count}', '1') }).waitFor();
    expect(await page.locator('.n').textContent()).toBe('1');
    await launcher.click();
    await until(async () => page.locator('.n').isHidden());
    await chat.answers.nth(1).waitFor();
  });

  it('does what the site asks of it', async () => {
    const { page, launcher, chat } = await visitSite(
      'data-title="اسألنا" data-colour="#ffd54f" data-side="right" data-open data-question="سؤال أول"',
    );
    await chat.answers.nth(1).waitFor();
    expect(await page.evaluate('document.activeElement === document.body')).toBe(true);
    await page.frameLocator('iframe').getByRole('heading', { name: 'اسألنا' }).waitFor();
    const box = await launcher.boundingBox();
    expect(box!.x).toBeGreaterThan(1000);
    // Dark text on a light colour.
    const colour = `getComputedStyle([...document.querySelectorAll('div')].pop().shadowRoot.querySelector('.b')).color`;
    expect(await page.evaluate(colour)).toBe('rgb(6, 32, 29)');
    await page.evaluate('PrpAssistant.ask("سؤال ثان")');
    await chat.answers.nth(2).waitFor();
    await page.evaluate('PrpAssistant.toggle()');
    expect(await launcher.getAttribute('aria-expanded')).toBe('false');
    await page.evaluate('PrpAssistant.destroy()');
    expect(await launcher.count()).toBe(0);
  });

  it('keeps its conversation over the pages of the site', async () => {
    const { page, launcher, chat } = await visitSite();
    await launcher.click();
    await chat.answers.first().waitFor();
    await chat.say('مرحبا');
    await page.goto(`${site.origin}/other`);
    await launcher.click();
    await chat.answers.nth(1).waitFor();
    expect(await chat.mine.count()).toBe(1);
  });

  it('hears neither other pages nor other frames', async () => {
    const { page, launcher, chat } = await visitSite();
    await launcher.click();
    await chat.answers.first().waitFor();
    // Of the right form, but from the page itself and not from the chat's frame.
    await page.evaluate(`postMessage({ 'prp-assistant': { kind: 'unread', count: 9 } }, '*')`);
    await page.evaluate(`postMessage({ 'prp-assistant': { kind: 'close' } }, '*')`);
    await chat.say('مرحبا');
    expect(await launcher.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('.n').isHidden()).toBe(true);
  });

  it('speaks English around the conversation where asked to', async () => {
    const { page, launcher } = await visitSite('data-lang="en"');
    await launcher.click();
    const frame = page.frameLocator('iframe');
    await frame.getByRole('textbox', { name: 'Your message' }).waitFor();
    expect(await frame.locator('html').getAttribute('dir')).toBe('ltr');
  });
});

it('a site that is not on the list cannot show the chat', async () => {
  const stranger = await startClinicSite();
  visitor = await createVisitor(browser);
  stranger.show(`<iframe src="${server.url}/chat"></iframe>`);
  const page = await visitor.context.newPage();
  await page.goto(stranger.origin);
  await until(async () => Promise.resolve(visitor.faults.some((fault) => fault.includes('frame-ancestors'))));
  expect(await page.frameLocator('iframe').getByRole('textbox').count()).toBe(0);
  await stranger.stop();
});
