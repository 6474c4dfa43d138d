import type { Browser, Page } from 'playwright-core';
import { AZURE_SECRET, startAzureDouble, type AzureDouble } from '../helpers/azure-double';
import { launchBrowser } from '../helpers/browser';
import { createVisitor, readChat, STRINGS, until, type ChatPage, type Visitor } from './chat-page';
import { startClinicSite, startWeb, type ClinicSite, type WebServer } from './start-web';

jest.setTimeout(60_000);

let azure: AzureDouble;
let browser: Browser;
let site: ClinicSite;
let server: WebServer;
let visitor: Visitor;

beforeAll(async () => {
  [browser, site, azure] = await Promise.all([launchBrowser(), startClinicSite(), startAzureDouble()]);
  const { baseUrl } = azure;
  server = await startWeb({ allowedOrigins: [site.origin], azure: { secret: AZURE_SECRET, baseUrl } });
}, 120_000);

beforeEach(async () => {
  visitor = await createVisitor(browser);
});

afterEach(() => visitor.context.close());

afterAll(async () => {
  await browser.close();
  await Promise.all([site.stop(), server.stop(), azure.stop()]);
});

async function open(
  prepare?: (page: Page) => Promise<unknown>,
): Promise<{ readonly page: Page; readonly chat: ChatPage }> {
  const page = await visitor.context.newPage();
  await prepare?.(page);
  await page.goto(`${server.url}/chat`);
  const chat = readChat(page);
  await chat.answers.first().waitFor();
  return { page, chat };
}

const textsOf = (page: Page): Promise<string[]> => page.locator('.bubble').allInnerTexts();

it('runs over Azure from a page elsewhere; the secret stays on the server', async () => {
  const sent: string[] = [];
  visitor.context.on('request', (request) => sent.push(JSON.stringify([request.headers(), request.postData()])));
  site.show(`<script src="${server.url}/widget.js" async></script>`);
  const page = await visitor.context.newPage();
  await page.goto(site.origin);
  await page.locator('button.b').click();
  const chat = readChat(page.frameLocator('iframe'));
  await chat.answers.first().waitFor();
  await chat.say('مرحبا');
  expect(azure.asked.at(-1)).toEqual({
    user: { id: expect.stringMatching(/^dl_[\w-]{22}$/) as string },
    trustedOrigins: [site.origin, server.url],
  });
  expect([...visitor.origins].sort()).toEqual([site.origin, server.url, new URL(azure.baseUrl).origin].sort());
  expect(sent.length).toBeGreaterThan(4);
  expect(sent.filter((request) => request.includes(AZURE_SECRET))).toEqual([]);
  expect(azure.refusals).toEqual([]);
  expect(visitor.faults).toEqual([]);
});

it('comes back after a cut, and shows what was said before after a reload, all of it once', async () => {
  const { page, chat } = await open();
  await chat.say('واحد');
  azure.cut();
  await chat.say('اثنان');
  const said = ['أهلا', 'واحد', 'قلت: واحد', 'اثنان', 'قلت: اثنان'];
  expect(await textsOf(page)).toEqual(said);
  await page.reload();
  await chat.answers.nth(2).waitFor();
  expect(await textsOf(page)).toEqual(said);
  await chat.say('ثلاثة');
});

it('is shared by two tabs, though Azure allows one stream', async () => {
  const one = await open();
  const other = await open();
  await one.chat.say('واحد');
  await other.chat.answers.nth(1).waitFor();
  await other.chat.say('اثنان');
  await one.chat.answers.nth(2).waitFor();
  expect(await textsOf(one.page)).toEqual(await textsOf(other.page));
});

it('has its token renewed before it ends, and begins another conversation when it has ended', async () => {
  const { page, chat } = await open((opened) => opened.clock.install());
  await chat.say('واحد');
  const before = azure.renewals;
  await page.clock.fastForward('16:00');
  await until(() => Promise.resolve(azure.renewals === before + 1));
  await chat.say('اثنان');
  azure.expire();
  azure.cut();
  await page.getByText(STRINGS.anotherChat).waitFor();
  await chat.type('ثلاثة');
  await page.getByText('قلت: ثلاثة').waitFor();
  expect((await textsOf(page)).filter((text) => text === 'واحد')).toHaveLength(1);
});

it('is deleted by telling the assistant to, since Azure deletes nothing', async () => {
  const { page, chat } = await open();
  await chat.button(STRINGS.menu).click();
  await chat.button(STRINGS.deleteData).click();
  await chat.button(STRINGS.confirmDelete.yes).click();
  await page.getByText(STRINGS.deleted).waitFor();
  expect(azure.refusals.filter((reason) => reason.startsWith('DELETE'))).toEqual([]);
  expect(await page.evaluate('JSON.stringify(localStorage)')).toBe('{}');
});
