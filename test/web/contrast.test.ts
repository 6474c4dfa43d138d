import type { Browser, Page } from 'playwright-core';
import type { Reply } from '../../src/bot/reply/reply';
import { createTextPresenter } from '../../src/bot/reply/text-presenter';
import { launchBrowser } from '../helpers/browser';
import { findLowContrast, seedContrast } from '../helpers/find-low-contrast';
import { createVisitor, DESKTOP, openChat, PHONE, readChat, STRINGS, type Visitor } from './chat-page';
import { startWeb, type WebServer } from './start-web';

jest.setTimeout(90_000);

const URGENT: Reply = {
  kind: 'urgent',
  text: 'اطلب الإسعاف الآن.\nرقم الإسعاف: 112\nوابق حيث أنت.',
  links: [{ title: 'اتصل بالإسعاف', url: 'tel:112' }],
  choices: [],
  topics: [],
  score: 1,
};
const ANSWER: Reply = {
  ...URGENT,
  kind: 'answer',
  text: 'مرحبًا بك في العيادة\n• قائمة أولى\n• أمر ثانٍ\nالموقع https://clinic.example/ ثم الرقم 112',
  links: [{ title: 'موقعنا على الخريطة', url: 'https://clinic.example/map' }],
  choices: ['نعم', 'لا', 'لست متأكدًا'].map((title) => ({ title, value: title })),
};

let browser: Browser;
let server: WebServer;
let visitor: Visitor;

beforeAll(async () => {
  const presenter = createTextPresenter();
  [browser, server] = await Promise.all([
    launchBrowser(),
    startWeb({
      run: async (context) => {
        const { activity } = context;
        if (activity.type === 'event') return;
        await context.sendActivities(presenter.present(activity.text === 'ألم في صدري' ? URGENT : ANSWER, activity));
      },
    }),
  ]);
}, 120_000);

afterEach(() => visitor.context.close());

afterAll(async () => {
  await browser.close();
  await server.stop();
});

type Chat = Awaited<ReturnType<typeof openChat>>;

/** What can be seen in the chat, one after the other in one conversation; each leaves the page for the next. */
const STATES: readonly (readonly [name: string, lead: (chat: Chat) => Promise<unknown>])[] = [
  ['the welcome', () => Promise.resolve()],
  ['a button under the pointer', ({ chat }) => chat.suggestions.first().hover()],
  ['something typed', ({ chat }) => chat.field.fill('أكتب سؤالي هنا')],
  ['a question and its answer', ({ chat }) => chat.say('ما البلازما؟')],
  ['an urgent answer', ({ chat }) => chat.say('ألم في صدري')],
  ['the menu', ({ chat }) => chat.button(STRINGS.menu).click()],
  ['a question before something is done for good', ({ chat }) => chat.button(STRINGS.deleteData).click()],
  [
    'a message that was refused',
    async ({ page, chat }) => {
      await chat.button(STRINGS.cancel).click();
      await page.route('**/activities', (route) => route.fulfill({ status: 400, json: {} }));
      await chat.type('رسالة لا تصل');
      await page.getByText(STRINGS.notSent).waitFor();
    },
  ],
  ['a message that is too long', ({ chat }) => chat.field.fill('ا'.repeat(5_000))],
  [
    'no network',
    async ({ page }) => {
      await visitor.context.setOffline(true);
      await page.getByText(STRINGS.offline).waitFor();
    },
  ],
  [
    'an end, all deleted',
    async ({ page, chat }) => {
      await visitor.context.setOffline(false);
      await page.getByText(STRINGS.offline).waitFor({ state: 'detached' });
      await chat.button(STRINGS.menu).click();
      await chat.button(STRINGS.deleteData).click();
      await chat.button(STRINGS.confirmDelete.yes).click();
      await chat.button(STRINGS.newChat).waitFor();
    },
  ],
];

describe.each([
  ['light', { ...PHONE, colorScheme: 'light' as const }],
  ['dark', { ...PHONE, colorScheme: 'dark' as const }],
  ['forced colours', { ...PHONE, forcedColors: 'active' as const }],
])('in %s every text can be read', (theme, options) => {
  it('in the chat, in every state; a pale grey on any Arabic text would be noticed', async () => {
    visitor = await createVisitor(browser, { ...options, reducedMotion: 'reduce' });
    const opened = await openChat(visitor, server.url);
    for (const [name, lead] of STATES) {
      await lead(opened);
      expect([name, await findLowContrast(opened.page)]).toEqual([name, []]);
      if (theme !== 'light') continue;
      const { unnoticed, texts } = await seedContrast(opened.page, '#ccc');
      expect([name, unnoticed]).toEqual([name, []]);
      expect(texts).toBeGreaterThan(4);
    }
  });

  it('on the clinic page, the greeting beside its button, the card of a server that is away, and in print', async () => {
    visitor = await createVisitor(browser, { ...options, ...(theme === 'light' && DESKTOP), reducedMotion: 'reduce' });
    const page = await visitor.context.newPage();
    await page.goto(server.url);
    await page.locator('button.b').waitFor();
    expect(await findLowContrast(page)).toEqual([]);
    if (theme === 'light') expect((await seedContrast(page, '#ccc')).unnoticed).toEqual([]);
    await page.route(/\/(chat\?|widget\.json)/, (route) => route.abort());
    await page.locator('button.b').click();
    await page.locator('.k').waitFor();
    expect(await findLowContrast(page)).toEqual([]);
    if (theme === 'light') expect((await seedContrast(page, '#ccc')).unnoticed).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await findLowContrast(page)).toEqual([]);
  });
});

it.each(['#ffee00', '#00e5ff', '#8b5cf6', '#777777', '#000000', '#ffffff'])(
  'the chat can be read in the colour %s a clinic chose',
  async (colour) => {
    visitor = await createVisitor(browser, { ...DESKTOP, reducedMotion: 'reduce' });
    const page: Page = await visitor.context.newPage();
    await page.route('**/', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="ar"><title>عيادة</title><script src="/widget.js" data-colour="${colour}" data-greeting></script>`,
      }),
    );
    await page.goto(`${server.url}/`);
    expect(await findLowContrast(page)).toEqual([]);
    await page.locator('button.b').click();
    const chat = readChat(page.frameLocator('iframe'));
    await chat.say('سؤال');
    const [frame] = page.frames().filter((one) => one.url().includes('/chat'));
    expect(await findLowContrast(frame!)).toEqual([]);
  },
);
