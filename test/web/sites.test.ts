import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../helpers/browser';
import { createVisitor, DESKTOP, PHONE, readChat, STRINGS, until, type Visitor } from './chat-page';
import { startClinicSite, startWeb, type ClinicSite, type WebServer } from './start-web';

jest.setTimeout(60_000);

let browser: Browser;
let site: ClinicSite;
let stranger: ClinicSite;
let server: WebServer;
let visitor: Visitor;

beforeAll(async () => {
  [browser, site, stranger] = await Promise.all([launchBrowser(), startClinicSite(), startClinicSite()]);
  server = await startWeb({ allowedOrigins: [site.origin] });
}, 120_000);

afterEach(() => visitor.context.close());

afterAll(async () => {
  await browser.close();
  await site.stop();
  await stranger.stop();
  await server.stop();
});

const tag = (attributes = ''): string => `<script src="${server.url}/widget.js" ${attributes}></script>`;

interface Visited {
  readonly page: Page;
  readonly said: string[];
}

async function visit(body: string, options = DESKTOP, where = site, policy?: string): Promise<Visited> {
  visitor = await createVisitor(browser, options);
  where.show(body, policy);
  const page = await visitor.context.newPage();
  const said: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith('prp-assistant')) said.push(message.text());
  });
  await page.goto(where.origin);
  return { page, said };
}

describe('on a site whose rules are hostile', () => {
  it.each([
    ['empty elements are hidden', 'div:empty{display:none!important} body>*{display:none}'],
    ['everything is transparent and takes no press', '*{opacity:0;pointer-events:none}'],
    ['the body is filtered, moved and zoomed', 'body{filter:grayscale(1);transform:translateX(90px);zoom:2}'],
    [
      'all that is fixed becomes relative',
      'div{position:relative!important;z-index:-1!important;left:-999px!important}',
    ],
    ['letters of the root are small', 'html{font-size:4px}'],
    ['the root is zoomed', 'html{zoom:1.25}'],
  ])('the button is in its corner and opens the chat where %s', async (_name, css) => {
    const { page } = await visit(`<style>${css}</style>${tag()}`);
    const launcher = page.locator('button.b');
    await launcher.click();
    await readChat(page.frameLocator('iframe')).answers.first().waitFor();
    const box = (await launcher.boundingBox())!;
    expect([box.x, box.y + box.height, box.width, box.height].map(Math.round)).toEqual([16, 860 - 16, 60, 60]);
  });
});

describe('the script', () => {
  it.each([
    ['twice, late', (one: string) => one.replace('<script', '<script async') + one.replace('<script', '<script async')],
    ['in the head and as a module', (one: string) => one + one.replace('<script', '<script type="module"')],
  ])('%s gives one chat', async (_name, both) => {
    const { page } = await visit(both(tag()));
    await page.locator('button.b').first().waitFor();
    await page.waitForLoadState('load');
    expect(await page.locator('button.b').count()).toBe(1);
  });

  it('can be taken away and put there again', async () => {
    const { page } = await visit(tag());
    await page.locator('button.b').waitFor();
    await page.evaluate(`PrpAssistant.destroy();
      document.head.append(Object.assign(document.createElement('script'), { src: '${server.url}/widget.js' }))`);
    await page.locator('button.b').click();
    await readChat(page.frameLocator('iframe')).answers.first().waitFor();
  });

  it('reads its options from attributes, an object, or its address, and names a wrong one once', async () => {
    const { page, said } = await visit(
      `<button id="own">اسأل</button><script>PrpAssistantOptions={offset:80,side:'up',launcher:'own'}</script>` +
        `<script src="${server.url}/widget.js?title=A&lang=en" data-title="B"></script>`,
    );
    await page.locator('#own').click();
    const frame = page.frameLocator('iframe');
    await frame.getByRole('heading', { name: 'B' }).waitFor();
    expect(await frame.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('button.b').count()).toBe(0);
    const box = (await page.locator('.w').boundingBox())!;
    expect(Math.round(860 - box.y - box.height)).toBe(80 + 60 + 12);
    expect(said).toEqual(['prp-assistant: side="up" is not ^(left|right)$']);
  });
});

it.each([
  ['right', 'data-side="right"', 1280 - 16],
  ['left, in English', 'data-side="left" data-lang="en"', 16],
])('button, greeting and window stand in the corner the site names: %s', async (_name, attributes, edge) => {
  const { page } = await visit(tag(`data-greeting ${attributes}`));
  const edgeOf = async (selector: string): Promise<number> => {
    const { x, width } = (await page.locator(selector).boundingBox())!;
    return Math.round(edge > 640 ? x + width : x);
  };
  expect(Math.abs((await edgeOf('.g')) - edge)).toBe(74);
  await page.locator('button.b').click();
  expect([await edgeOf('.b'), await edgeOf('.w')]).toEqual([edge, edge]);
});

it('on a page that is wider than the phone the button is there, and as large as elsewhere', async () => {
  const { page } = await visit(`<div style="width:1400px">واسع</div>${tag()}`, PHONE);
  const box = (await page.locator('button.b').boundingBox())!;
  const scale = Number(await page.evaluate('visualViewport.scale'));
  expect([box.x, box.width].map((length) => Math.round(length * scale))).toEqual([16, 60]);
  await page.locator('button.b').tap();
  await readChat(page.frameLocator('iframe')).answers.first().waitFor();
});

it('a policy of the page that forbids the chat is named; patients are shown how to reach the clinic', async () => {
  const { page, said } = await visit(tag(), DESKTOP, site, `default-src 'self'; script-src ${server.url}`);
  await page.locator('button.b').click();
  await page.getByRole('link', { name: '112' }).waitFor();
  expect(said).toEqual([`prp-assistant: frame-src forbids ${server.url}`]);
  expect(await page.getByText(STRINGS.unreachable).count()).toBe(0);
});

it('a site that swaps its whole body keeps the chat as it was', async () => {
  const { page } = await visit(tag());
  await page.locator('button.b').click();
  const chat = readChat(page.frameLocator('iframe'));
  await chat.answers.first().waitFor();
  await page.evaluate(`document.body = document.createElement('body')`);
  await chat.say('مرحبا');
  await page.evaluate(`document.documentElement.replaceChildren(document.createElement('body'))`);
  await chat.answers.nth(1).waitFor();
  expect(await page.locator('button.b').getAttribute('aria-expanded')).toBe('true');
});

it('from page to page the chat stays open or closed, and a greeting put away stays away', async () => {
  const { page } = await visit(tag('data-greeting data-question="سؤال"'));
  await page.getByRole('button', { name: STRINGS.closeGreeting }).click();
  await page.reload();
  await page.locator('button.b').click();
  const chat = readChat(page.frameLocator('iframe'));
  await chat.answers.nth(1).waitFor();
  await page.reload();
  await chat.answers.nth(1).waitFor();
  expect(await page.locator('.g').count()).toBe(0);
  expect(await chat.mine.count()).toBe(1);
});

it('a fault of the set-up is named in the console; patients are shown how to reach the clinic', async () => {
  const { page, said } = await visit(tag(), PHONE, stranger);
  await page.locator('button.b').tap();
  await page.getByRole('link', { name: '112' }).waitFor();
  expect(said).toEqual([`prp-assistant: ${stranger.origin} is not in ALLOWED_ORIGINS of the assistant`]);
  expect(await page.getByText(STRINGS.unreachable).count()).toBe(0);
});

it('the focus never falls to the page', async () => {
  const { page } = await visit(tag());
  await page.locator('button.b').click();
  const frame = page.frameLocator('iframe');
  const chat = readChat(frame);
  await chat.answers.first().waitFor();
  const focused = (): Promise<string> =>
    frame.locator('body').evaluate((body) => String(body.ownerDocument.activeElement?.tagName));
  for (const [item, answer] of [
    [STRINGS.startOver, STRINGS.confirmStartOver.yes],
    [STRINGS.deleteData, STRINGS.confirmDelete.yes],
  ] as const) {
    await chat.button(STRINGS.menu).click();
    await chat.button(item).click();
    await chat.button(answer).click();
    await frame.getByRole('dialog').waitFor({ state: 'detached' });
    await until(async () => (await focused()) !== 'BODY');
  }
  await chat.button(STRINGS.newChat).click();
  await chat.answers.first().waitFor();
  await until(async () => (await focused()) !== 'BODY');
  await page.keyboard.press('Escape');
  await until(async () => (await page.locator('button.b').getAttribute('aria-expanded')) === 'false');
});
