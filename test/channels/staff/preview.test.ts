import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../helpers/browser';
import { type RunningServer, startServer } from '../../helpers/start-server';
import { DESKTOP, PHONE, STRINGS } from '../../web/chat-page';
import { firstLink, join, type StaffClient } from './staff-client';
import { openStaffPage } from './staff-page';

jest.setTimeout(60_000);

let browser: Browser;
let server: RunningServer;
let client: StaffClient;
let page: Page;
let faults: string[];

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  client = await join(server.url, firstLink(server.output()), { name: 'سارة', login: 'sara' });
}, 120_000);

afterEach(() => page.context().close());

afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function open(options: typeof PHONE, path: string): Promise<void> {
  page = await openStaffPage(browser, server.url, client, options);
  faults = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) faults.push(message.text());
  });
  await page.goto(path);
}

const frame = (channel: 'chat' | 'teams'): FrameLocator => page.frameLocator(`[data-channel="${channel}"] iframe`);
const answerInChat = (): Locator => frame('chat').locator('.message.bot .bubble');
const card = (): Locator => frame('teams').locator('.card');

describe.each([
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
])('on %s', (_name, options) => {
  it('an answer stands as the widget and as Teams draw it, and follows what is typed', async () => {
    await open(options, '/staff/answers/what-is-prp');
    const answer = page.locator('#answer');
    await answerInChat().getByText('علاج يُحضَّر من دم الشخص').waitFor();
    await answer.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('سطر <b>جديد</b>.\n\n- أولًا\n- ثانيًا');
    await answerInChat().getByText('سطر <b>جديد</b>.').waitFor();
    expect(await answerInChat().locator('li').allTextContents()).toEqual(['أولًا', 'ثانيًا']);
    await page.evaluate(`document.querySelector('[data-channel="teams"]').open = true`);
    const lines = (await card().locator('p').allTextContents()).slice(0, 3);
    expect(lines.map((line) => line.replace(/[\u200F\u2066-\u2069]/g, ''))).toEqual([
      'سطر <b>جديد</b>.',
      '• أولًا',
      '• ثانيًا',
    ]);
    expect(await frame('chat').getByText(STRINGS.opinion.question).isVisible()).toBe(true);
    const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect([faults, wide]).toEqual([[], 0]);
  });
});

it('the whole of it is seen without a bar to scroll, and nothing in it can be pressed', async () => {
  await open(PHONE, '/staff/answers/price');
  await answerInChat().waitFor();
  const inside = frame('chat').locator('#preview');
  const [needed, given] = await Promise.all([
    inside.boundingBox(),
    page.locator('[data-channel="chat"] iframe').boundingBox(),
  ]);
  expect(given?.height).toBeGreaterThanOrEqual(needed?.height ?? Number.POSITIVE_INFINITY);
  expect(await inside.locator('button:enabled').count()).toBe(0);
});

it('an answer of its own for one area is shown under its name', async () => {
  await open(DESKTOP, '/staff/answers/what-is-prp');
  await page.getByText('جواب خاص بالوجه وآخر بالشعر').click();
  await page.locator('#face').fill('هذا للوجه وحده.');
  await answerInChat().getByText('هذا للوجه وحده.').waitFor();
  expect(await frame('teams').locator('h2').allTextContents()).toEqual(['إن سُئل عن الوجه']);
});

it('what was typed is shown again when the page is loaded again', async () => {
  await open(DESKTOP, '/staff/answers/what-is-prp');
  await page.locator('#answer').fill('لم أحفظه بعد.');
  await answerInChat().getByText('لم أحفظه بعد.').waitFor();
  await page.reload();
  await answerInChat().getByText('لم أحفظه بعد.').waitFor();
});

it('a new answer is shown before its phrasings are written', async () => {
  await open(DESKTOP, '/staff/answers/new');
  await page.locator('#question').fill('هل في العيادة مصعد؟');
  await page.locator('#answer').fill('نعم في العيادة مصعد.');
  await answerInChat().getByText('نعم في العيادة مصعد.').waitFor();
});

it('no page of anybody else may hold the frames', async () => {
  await open(DESKTOP, '/staff');
  const framed = await client.get('/staff/preview/chat');
  const whole = await client.get('/staff/answers/price');
  expect(
    [framed, whole].map(
      ({ headers }) => /frame-ancestors ([^;]+)/.exec(headers.get('content-security-policy') ?? '')?.[1],
    ),
  ).toEqual(["'self'", "'none'"]);
});
