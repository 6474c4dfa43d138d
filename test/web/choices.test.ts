import type { Browser } from 'playwright-core';
import type { Reply } from '../../src/bot/reply/reply';
import { createTextPresenter } from '../../src/bot/reply/text-presenter';
import { launchBrowser } from '../helpers/browser';
import { createVisitor, openChat, PHONE, STRINGS, until, type Visitor } from './chat-page';
import { startWeb, type WebServer } from './start-web';

jest.setTimeout(60_000);

const QUESTION: Reply = {
  kind: 'eligibility',
  text: 'السؤال ١ من ١٠\nهل أنت حامل؟',
  choices: ['نعم', 'لا'].map((title) => ({
    title,
    value: title,
    data: { check: '1', step: 'pregnancy', value: title },
  })),
  topics: [],
  score: 1,
};
const TWO: Reply = {
  ...QUESTION,
  kind: 'answer',
  text: 'سألتَ عن أمرين:\n\nكم السعر؟\nالسعر مئة.\n\nهل تؤلم؟\nألم خفيف.',
  choices: [],
  note: 'المصدر: مثال',
};

let browser: Browser;
let server: WebServer;
let visitor: Visitor;

beforeAll(async () => {
  const presenter = createTextPresenter({ answersCarryData: true });
  const run: NonNullable<Parameters<typeof startWeb>[0]>['run'] = async (context) => {
    const { activity } = context;
    if (activity.type === 'event') return;
    await context.sendActivities(presenter.present(activity.text === 'سؤالان' ? TWO : QUESTION, activity));
  };
  [browser, server] = await Promise.all([launchBrowser(), startWeb({ run })]);
}, 120_000);

beforeEach(async () => {
  visitor = await createVisitor(browser, PHONE);
});

afterEach(() => visitor.context.close());

afterAll(async () => {
  await browser.close();
  await server.stop();
});

it('a question of the check can be skipped, left for the one before, and stopped by a press', async () => {
  const { page, chat } = await openChat(visitor, server.url);
  const controls = page.getByRole('group', { name: STRINGS.controls.label }).getByRole('button');
  const { skip, back, stop } = STRINGS.controls;
  expect(await controls.allTextContents()).toEqual([skip, back, stop]);
  const boxes = await Promise.all((await controls.all()).map((button) => button.boundingBox()));
  expect(Math.min(...boxes.map((box) => box!.height))).toBeGreaterThanOrEqual(44);
  await chat.button(stop).tap();
  await chat.mine.first().waitFor();
  expect(await chat.mine.first().locator('.bubble').textContent()).toBe(stop);
});

it('several answers in one message stand each under its own question, and one answer is copied', async () => {
  await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { page, chat } = await openChat(visitor, server.url);
  await chat.say('سؤالان');
  expect(await page.locator('.asked .line:first-child').allTextContents()).toEqual(['كم السعر؟', 'هل تؤلم؟']);
  await chat.button(STRINGS.copyAnswer).tap();
  await page.getByText(STRINGS.answerCopied).waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toContain('السعر مئة.');
});

it('light, dark and English stay chosen, and what was typed stays from page to page', async () => {
  const { page, chat } = await openChat(visitor, server.url);
  const ground = (): Promise<unknown> => page.evaluate(`getComputedStyle(document.body).backgroundColor`);
  const light = await ground();
  await chat.field.fill('سؤال لم أرسله');
  for (const now of ['auto', 'light'] as const) {
    await chat.button(STRINGS.menu).tap();
    await chat.button(STRINGS.theme[now]).tap();
  }
  const dark = await ground();
  expect(dark).not.toBe(light);
  await page.reload();
  await chat.field.waitFor();
  expect(await chat.field.inputValue()).toBe('سؤال لم أرسله');
  expect(await ground()).toBe(dark);
  await chat.button(STRINGS.menu).tap();
  await chat.button(STRINGS.language).tap();
  await until(async () => (await page.locator('html').getAttribute('lang')) === 'en');
  await page.goto(`${server.url}/chat?lang=ar`);
  await until(async () => (await page.locator('html').getAttribute('lang')) === 'en');
  await page.getByRole('button', { name: 'Conversation options' }).or(page.locator('.menu .tool')).first().tap();
  expect(await page.getByRole('link', { name: 'Privacy policy' }).getAttribute('href')).toMatch(/^https:/);
});

/** What the translation of a browser does to a page: texts are put into elements of its own, now and as they come. */
const TRANSLATE = `(() => {
  const wrap = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      if (text.data.trim() === '' || text.parentElement.closest('font, script, style')) continue;
      const font = document.createElement('font');
      font.textContent = text.data;
      text.replaceWith(font);
    }
  };
  wrap(document.body);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) if (node.parentElement) wrap(node.parentElement);
  }).observe(document.body, { childList: true, subtree: true });
})()`;

it('a page the browser translates stays true: what was so before does not stay', async () => {
  const { page, chat } = await openChat(visitor, server.url);
  await page.evaluate(TRANSLATE);
  await visitor.context.setOffline(true);
  await page.getByText(STRINGS.offline).waitFor();
  await chat.type('سؤال');
  await page.getByText(STRINGS.state.queued).waitFor();
  await visitor.context.setOffline(false);
  await chat.answers.nth(1).waitFor();
  await page.getByText(STRINGS.offline).waitFor({ state: 'detached' });
  await page.getByText(STRINGS.state.queued).waitFor({ state: 'detached' });
  await chat.button(STRINGS.menu).click();
  await chat.button(STRINGS.soundOff).click();
  await chat.button(STRINGS.menu).click();
  await chat.button(STRINGS.soundOn).waitFor();
});
