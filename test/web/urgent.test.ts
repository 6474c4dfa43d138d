import type { Browser } from 'playwright-core';
import type { Reply } from '../../src/bot/reply/reply';
import { createTextPresenter } from '../../src/bot/reply/text-presenter';
import { launchBrowser } from '../helpers/browser';
import { createVisitor, DESKTOP, openChat, PHONE, SMALL_PHONE, type Visitor } from './chat-page';
import { startWeb, type WebServer } from './start-web';

jest.setTimeout(60_000);

/** Longer than any shipped: three ways, one of them named within a sentence. */
const REPLY: Reply = {
  kind: 'urgent',
  text: 'اطلب الإسعاف الآن.\nرقم الإسعاف: 112\nهاتف العيادة: +966 50 000 0000\nواتساب العيادة: +966 50 000 0000\nوإن لم يرد أحد فاتصل برقم الإسعاف 112 مرة أخرى.',
  links: [
    { title: 'اتصل بالإسعاف', url: 'tel:112' },
    { title: 'اتصل بالعيادة', url: 'tel:+966500000000' },
    { title: 'راسلنا على واتساب', url: 'https://wa.me/966500000000' },
  ],
  choices: [],
  topics: [],
  score: 1,
};

let browser: Browser;
let server: WebServer;
let visitor: Visitor;

beforeAll(async () => {
  const presenter = createTextPresenter();
  const plain: Reply = {
    ...REPLY,
    kind: 'answer',
    text: 'أهلا بك',
    links: [],
    choices: [{ title: 'نعم', value: 'نعم' }],
  };
  [browser, server] = await Promise.all([
    launchBrowser(),
    startWeb({
      run: async (context) => {
        const reply = context.activity.type === 'message' ? REPLY : plain;
        await context.sendActivities(presenter.present(reply, context.activity));
      },
    }),
  ]);
}, 120_000);

afterEach(() => visitor.context.close());

afterAll(async () => {
  await browser.close();
  await server.stop();
});

it.each([
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
  ['a small phone in forced colours', { ...SMALL_PHONE, forcedColors: 'active' as const }],
])('an urgent answer is a heading and buttons across its width on %s', async (_name, options) => {
  visitor = await createVisitor(browser, options);
  const { page, chat } = await openChat(visitor, server.url);
  await chat.say('ألم في الصدر');
  const message = page.locator('.message.urgent');
  expect(await message.getByRole('heading').textContent()).toBe('اطلب الإسعاف الآن.');
  const links = await message.getByRole('link').all();
  expect(await Promise.all(links.map((link) => link.getAttribute('href')))).toEqual(REPLY.links?.map(({ url }) => url));
  const inside = (await message.locator('.bubble').boundingBox())!.width - 48;
  const boxes = await Promise.all(links.map(async (link) => (await link.boundingBox())!));
  for (const [at, box] of boxes.entries()) {
    expect(box.height).toBeGreaterThanOrEqual(44);
    expect(box.width).toBeGreaterThanOrEqual(inside);
    expect(box.y).toBeGreaterThanOrEqual(at === 0 ? 0 : boxes[at - 1]!.y + boxes[at - 1]!.height);
  }
  // The lines that only held a number are the buttons now; the sentence that names one stays.
  expect(await message.locator('p').allTextContents()).toEqual(['وإن لم يرد أحد فاتصل برقم الإسعاف 112 مرة أخرى.']);
});

it('an urgent answer is announced at once and by one region, and keeps its numbers and its edge on paper', async () => {
  visitor = await createVisitor(browser);
  const { page, chat } = await openChat(visitor, server.url);
  await chat.say('ألم في الصدر');
  const message = page.locator('.message.urgent');
  expect(await message.getAttribute('aria-live')).toBe('assertive');
  expect(await message.locator('[role=alert], [role=status], [aria-live=polite], [aria-live=assertive]').count()).toBe(
    0,
  );
  await page.emulateMedia({ media: 'print' });
  expect(await message.getByText('112').first().isVisible()).toBe(true);
  expect(await page.evaluate(`getComputedStyle(document.querySelector('.urgent .bubble')).borderTopWidth`)).toBe('2px');
});
