import type { Browser } from 'playwright-core';
import { launchBrowser } from '../helpers/browser';
import { findViolations } from '../helpers/find-violations';
import { createVisitor, DESKTOP, PHONE, readChat, STRINGS, type Visitor } from './chat-page';
import { startWeb, type WebServer } from './start-web';

jest.setTimeout(60_000);

let browser: Browser;
let server: WebServer;
let visitor: Visitor;

beforeAll(async () => {
  const run: NonNullable<Parameters<typeof startWeb>[0]>['run'] = async (context) => {
    const actions = ['نعم', 'لا'].map((title) => ({ type: 'imBack', title, value: title }));
    const text = 'هل لديك مرض مزمن؟\n• السكري\n• PRP للوجه\nhttps://clinic.example/ ثم 112';
    if (context.activity.type === 'event') return;
    await context.sendActivity({ type: 'message', text, suggestedActions: { actions, to: [] } });
  };
  [browser, server] = await Promise.all([launchBrowser(), startWeb({ run })]);
}, 120_000);

afterEach(() => visitor.context.close());

afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe.each([
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
  ['a phone in the dark', { ...PHONE, colorScheme: 'dark' as const }],
])('axe finds nothing on %s', (_name, options) => {
  it('on the clinic page, closed and open', async () => {
    visitor = await createVisitor(browser, { ...options, reducedMotion: 'reduce' });
    const page = await visitor.context.newPage();
    await page.goto(server.url);
    await page.locator('button.b').waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.locator('button.b').click();
    await readChat(page.frameLocator('iframe')).answers.first().waitFor();
    expect(await findViolations(page)).toEqual([]);
  });

  it('in a conversation, its menu, its questions and its errors', async () => {
    visitor = await createVisitor(browser, { ...options, reducedMotion: 'reduce' });
    const page = await visitor.context.newPage();
    await page.goto(`${server.url}/chat`);
    const chat = readChat(page);
    await chat.answers.first().waitFor();
    await chat.button('لا').click();
    await chat.answers.nth(1).waitFor();
    expect(await findViolations(page)).toEqual([]);
    await chat.button(STRINGS.menu).click();
    expect(await findViolations(page)).toEqual([]);
    await chat.button(STRINGS.deleteData).click();
    expect(await findViolations(page)).toEqual([]);
    await chat.button(STRINGS.cancel).click();
    await page.route('**/activities', (route) => route.fulfill({ status: 400, json: {} }));
    await chat.type('رسالة');
    await page.getByText(STRINGS.notSent).waitFor();
    await visitor.context.setOffline(true);
    await page.getByText(STRINGS.offline).waitFor();
    expect(await findViolations(page)).toEqual([]);
  });
});

describe('the chat', () => {
  it('can be read with text at 200 % on a small phone', async () => {
    visitor = await createVisitor(browser, { ...PHONE, viewport: { width: 320, height: 568 } });
    const page = await visitor.context.newPage();
    await page.goto(`${server.url}/chat`);
    const chat = readChat(page);
    await chat.answers.first().waitFor();
    await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
    expect(await page.evaluate(`document.querySelector('.pane').scrollWidth`)).toBeLessThanOrEqual(320);
    const box = await page.locator('.composer').boundingBox();
    expect(box!.y + box!.height).toBeLessThanOrEqual(568);
  });

  it.each([
    ['a phone on its side', 667, 320, '100%'],
    ['a phone with its keyboard open', 390, 400, '100%'],
    ['text at 200 % on a small phone', 320, 568, '200%'],
    ['text at 200 % on a phone on its side', 640, 320, '200%'],
  ])('says what it is, and that it replaces no doctor, on %s', async (_name, width, height, fontSize) => {
    visitor = await createVisitor(browser, { ...PHONE, viewport: { width, height } });
    const page = await visitor.context.newPage();
    await page.goto(`${server.url}/chat`);
    await readChat(page).answers.first().waitFor();
    await page.evaluate(`document.documentElement.style.fontSize = '${fontSize}'`);
    const [header, says] = await Promise.all(['.header', '.names p'].map((name) => page.locator(name).boundingBox()));
    expect(says!.height).toBeGreaterThan(10);
    expect(says!.y + says!.height).toBeLessThanOrEqual(header!.height);
    await page.locator('.notice').scrollIntoViewIfNeeded();
    await page.getByText(STRINGS.notice).waitFor();
  });

  it('has targets of at least 44 pixels', async () => {
    visitor = await createVisitor(browser, PHONE);
    const page = await visitor.context.newPage();
    await page.goto(`${server.url}/chat`);
    await readChat(page).answers.first().waitFor();
    const boxes = await Promise.all(
      (await page.locator('button:visible, textarea').all()).map((element) => element.boundingBox()),
    );
    expect(Math.min(...boxes.flatMap((box) => [box!.width, box!.height]))).toBeGreaterThanOrEqual(44);
  });
});
