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
    ['a desktop of another site', DESKTOP, 'strangerOrigin'],
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

  it('keeps the page behind out of reach while it fills a phone, and gives it back', async () => {
    const { page, launcher, frame } = await visitSite('', PHONE);
    const isLocked = (): Promise<unknown> => page.evaluate(`getComputedStyle(document.documentElement).overflow`);
    await page.locator('#own').focus();
    await page.evaluate('PrpAssistant.open()');
    await frame.locator('h1:focus').waitFor();
    const reached = new Set<unknown>();
    for (let presses = 0; presses < 15; presses += 1) {
      await page.keyboard.press('Tab');
      reached.add(await focusOf(page));
    }
    expect([...reached].sort()).toEqual(['BODY', 'IFRAME']);
    expect(await isLocked()).toBe('hidden');
    await page.keyboard.press('Escape');
    await until(async () => (await launcher.getAttribute('aria-expanded')) === 'false');
    expect(await focusOf(page)).toBe('INPUT');
    expect(await isLocked()).toBe('visible');
    await launcher.tap();
    await frame.getByRole('button', { name: STRINGS.close }).tap();
    await until(async () => (await focusOf(page)) === 'BUTTON');
  });

  it('leaves the page beside it within reach on a desktop', async () => {
    const { page, launcher, chat } = await visitSite();
    await launcher.click();
    await chat.answers.first().waitFor();
    await page.locator('#own').click();
    await page.keyboard.type('بحث');
    expect(await page.locator('#own').inputValue()).toBe('بحث');
    expect(await launcher.getAttribute('aria-expanded')).toBe('true');
  });

  it('stays above the keyboard of a phone', async () => {
    const { page, launcher, chat } = await visitSite('', PHONE);
    await launcher.tap();
    await chat.say('مرحبا');
    // What a phone does: the layout stays, the visible part of it shrinks and moves.
    await page.evaluate(`
      for (const [name, value] of [['height', 360], ['offsetTop', 90]])
        Object.defineProperty(visualViewport, name, { value });
      visualViewport.dispatchEvent(new Event('resize'));`);
    await until(async () => (await page.locator('.w').boundingBox())!.height === 360);
    expect((await page.locator('.w').boundingBox())!.y).toBe(90);
    const field = await chat.field.boundingBox();
    expect(field!.y + field!.height).toBeLessThanOrEqual(450);
    await until(async () => (await chat.answers.last().boundingBox())!.y < field!.y);
  });

  it('says so where the server cannot be reached, can be closed, and comes by itself', async () => {
    const { page, launcher, chat } = await visitSite('', PHONE);
    await page.route(/\/(chat\?|widget\.json)/, (route) => route.abort());
    await launcher.tap();
    await page.getByText(STRINGS.unreachable).waitFor();
    await page.getByRole('button', { name: STRINGS.close }).first().tap();
    await until(async () => (await launcher.getAttribute('aria-expanded')) === 'false');
    await launcher.tap();
    await page.unrouteAll();
    await chat.answers.first().waitFor();
    await chat.say('مرحبا');
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
    expect(await page.evaluate(colour)).toBe('rgb(0, 0, 0)');
    await page.evaluate('PrpAssistant.ask("سؤال ثان")');
    await chat.answers.nth(2).waitFor();
    await page.evaluate('PrpAssistant.toggle()');
    expect(await launcher.getAttribute('aria-expanded')).toBe('false');
    await page.evaluate('PrpAssistant.destroy()');
    expect(await launcher.count()).toBe(0);
  });

  it.each([
    ['its own storage', false],
    ['the site’s, where its frame may keep nothing', true],
  ])(
    'keeps conversation and draft over the pages of the site in %s, until they are deleted',
    async (_name, isBlocked) => {
      const { page, launcher, chat } = await visitSite();
      // As browsers do it that let third parties keep nothing.
      if (isBlocked)
        await page.addInitScript(`if (location.origin === '${server.url}')
        for (const name of ['localStorage', 'sessionStorage'])
          Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } });`);
      const kept = (): Promise<unknown> =>
        page.evaluate(`String(JSON.parse(sessionStorage['prp-assistant']).kept?.['prp-chat.session'])`);
      await launcher.click();
      await chat.answers.first().waitFor();
      await chat.say('مرحبا');
      await chat.field.fill('لم أكمل');
      // The frame tells the page what to keep: a page that is left in the same instant would not hear it.
      if (isBlocked) await page.waitForFunction(`sessionStorage['prp-assistant'].includes('لم أكمل')`);
      await page.goto(`${site.origin}/other`);
      await chat.answers.nth(1).waitFor();
      expect(await chat.mine.count()).toBe(1);
      expect(await chat.field.inputValue()).toBe('لم أكمل');
      expect((await kept()) !== 'undefined').toBe(isBlocked);
      await chat.button(STRINGS.menu).click();
      await chat.button(STRINGS.deleteData).click();
      await chat.button(STRINGS.confirmDelete.yes).click();
      await chat.button(STRINGS.newChat).waitFor();
      expect(await kept()).toBe('undefined');
    },
  );

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
    expect(await frame.locator('.bubble .line').first().getAttribute('lang')).toBe('ar');
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
