import type { Browser } from 'playwright-core';
import { launchBrowser } from '../helpers/browser';
import { createDataDirectory, startServer, type RunningServer } from '../helpers/start-server';
import { createVisits, DESKTOP, openChat, PHONE, type ChatPage, SMALL_PHONE, STRINGS, until } from './chat-page';
import { BUTTONS, CHECK_ENDED, SAYS } from './words';

jest.setTimeout(60_000);

let browser: Browser;
let server: RunningServer;
const directory = createDataDirectory();
const visit = createVisits(() => browser);

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer({ DATA_DIR: directory })]);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await server.stop('SIGKILL');
});

/** Texts of what a person said, as the chat shows them. */
const saidIn = async ({ mine }: ChatPage): Promise<string[]> => mine.locator('.bubble').allInnerTexts();

describe.each([
  ['a small phone', SMALL_PHONE],
  ['a phone', PHONE],
  ['a desktop', DESKTOP],
])('the chat on %s', (_size, options) => {
  it('welcomes, answers what is typed and what is pressed, and stays within the window', async () => {
    const visitor = await visit(options);
    const { page, chat } = await openChat(visitor, server.url);
    expect(await chat.answers.count()).toBe(1);
    await chat.say(SAYS.sessions);
    await chat.button(BUTTONS.sideEffects).or(chat.suggestions.first()).first().click();
    await chat.answers.nth(2).waitFor();
    expect(await chat.mine.count()).toBe(2);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(visitor.faults).toEqual([]);
    expect([...visitor.origins]).toEqual([server.url]);
    expect(await visitor.context.cookies()).toEqual([]);
  });
});

describe('writing', () => {
  it('sends on Enter and begins a line on Shift+Enter', async () => {
    const { chat } = await openChat(await visit(), server.url);
    await chat.field.pressSequentially('ألف');
    await chat.field.press('Shift+Enter');
    await chat.field.pressSequentially('باء');
    expect(await chat.mine.count()).toBe(0);
    await chat.field.press('Enter');
    await chat.mine.first().waitFor();
    expect(await saidIn(chat)).toEqual(['ألف\nباء']);
  });

  it('lays a line with Arabic out right to left even where it begins with Latin letters', async () => {
    const { chat } = await openChat(await visit(), server.url);
    await chat.say(SAYS.mixed);
    expect(await chat.mine.locator('.line').first().getAttribute('dir')).toBe('rtl');
  });

  it('does not send what is too long, and says so', async () => {
    const { page, chat } = await openChat(await visit(), server.url);
    await chat.field.fill('ا'.repeat(1001));
    await page.getByText(STRINGS.tooLong.replace('{limit}', '1000')).waitFor();
    await chat.field.press('Enter');
    expect(await chat.mine.count()).toBe(0);
  });
});

describe('a conversation', () => {
  it('is still there after a reload, where it ended, nothing doubled', async () => {
    const { page, chat } = await openChat(await visit(SMALL_PHONE), server.url);
    await chat.say(SAYS.sessions);
    await chat.say(SAYS.pain);
    const before = await page.locator('.bubble').allInnerTexts();
    await page.reload();
    await chat.answers.nth(2).waitFor();
    expect(await page.locator('.bubble').allInnerTexts()).toEqual(before);
    await chat.suggestions.first().waitFor();
    const question = (await chat.mine.last().boundingBox())!;
    const answer = (await chat.answers.last().boundingBox())!;
    expect(question.y).toBeGreaterThan(0);
    expect(answer.y).toBeLessThan((await chat.field.boundingBox())!.y);
  });

  it('is shared by two tabs', async () => {
    const visitor = await visit();
    const one = await openChat(visitor, server.url);
    const other = await openChat(visitor, server.url);
    await one.chat.say(SAYS.sessions);
    await other.chat.answers.nth(1).waitFor();
    await other.chat.say(SAYS.pain);
    await one.chat.answers.nth(2).waitFor();
    expect(await saidIn(one.chat)).toEqual([SAYS.sessions, SAYS.pain]);
    expect(await saidIn(other.chat)).toEqual([SAYS.sessions, SAYS.pain]);
  });

  it('goes through the whole check, with a question in its middle', async () => {
    const { page, chat } = await openChat(await visit(), server.url);
    const press = async (name: string): Promise<void> => {
      const before = await chat.answers.count();
      await chat.suggestion(name).click();
      await chat.answers.nth(before).waitFor();
      await chat.suggestions.first().waitFor();
    };
    await press(BUTTONS.check);
    await press(BUTTONS.agree);
    await press(BUTTONS.no);
    // The second press of a double one falls on the next question, which is there by then.
    await chat.button(BUTTONS.no).hover();
    await page.mouse.down({ clickCount: 2 });
    await page.mouse.up({ clickCount: 2 });
    expect(await chat.mine.count()).toBe(3);
    await chat.say(SAYS.price);
    await chat.suggestion(BUTTONS.no).waitFor();
    while ((await chat.button(BUTTONS.show).count()) === 0) await press(BUTTONS.no);
    await chat.button(BUTTONS.show).click();
    await page.getByText(CHECK_ENDED).waitFor();
  });

  it('is deleted for good on request, in every tab', async () => {
    const visitor = await visit();
    const one = await openChat(visitor, server.url);
    const other = await openChat(visitor, server.url);
    await one.chat.say(SAYS.sessions);
    await one.chat.button(STRINGS.menu).click();
    await one.chat.button(STRINGS.deleteData).click();
    await one.chat.button(STRINGS.confirmDelete.yes).click();
    await one.page.getByText(STRINGS.deleted).waitFor();
    await other.page.getByText(STRINGS.deleted).waitFor();
    expect(await one.page.evaluate('JSON.stringify(localStorage)')).toBe('{}');
    await one.chat.button(STRINGS.newChat).click();
    await one.chat.suggestions.first().waitFor();
    expect(await one.chat.mine.count()).toBe(0);
  });

  it('starts over with a fresh welcome', async () => {
    const { page, chat } = await openChat(await visit(), server.url);
    await chat.say(SAYS.sessions);
    await chat.button(STRINGS.menu).click();
    await chat.button(STRINGS.startOver).click();
    await chat.button(STRINGS.confirmStartOver.yes).click();
    await until(async () => (await chat.answers.count()) === 1 && (await chat.mine.count()) === 0);
    await page.reload();
    await chat.suggestions.first().waitFor();
    expect(await chat.mine.count()).toBe(0);
  });
});

describe('the clinic page', () => {
  it('asks what is pressed, shows the script to copy, and asks no other host for anything', async () => {
    const visitor = await visit({ ...DESKTOP, permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await visitor.context.newPage();
    await page.goto(server.url);
    await page.locator('[data-copy]').click();
    await until(async () => String(await page.evaluate('navigator.clipboard.readText()')).includes('widget.js'));
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      `<script src="${server.url}/widget.js" async></script>`,
    );
    const topic = page.locator('.topics button').first();
    await topic.click();
    await page.frameLocator('iframe').locator('.message.bot').nth(1).waitFor();
    expect(await page.frameLocator('iframe').locator('.message.user .bubble').allInnerTexts()).toEqual([
      await topic.innerText(),
    ]);
    expect([...visitor.origins]).toEqual([server.url]);
    expect(visitor.faults).toEqual([]);
    expect(await visitor.context.cookies()).toEqual([]);
  });
});

describe('a server that is killed', () => {
  it('is found again; what was typed meanwhile arrives once and is answered', async () => {
    const { page, chat } = await openChat(await visit(), server.url);
    await chat.say(SAYS.sessions);
    await chat.field.pressSequentially(SAYS.pain.slice(0, 6));
    await server.stop('SIGKILL');
    await chat.field.pressSequentially(SAYS.pain.slice(6));
    await chat.field.press('Enter');
    await page.getByText(STRINGS.state.queued).waitFor();
    const { port } = new URL(server.url);
    server = await startServer({ DATA_DIR: directory, PORT: port });
    await chat.answers.nth(2).waitFor();
    expect(await saidIn(chat)).toEqual([SAYS.sessions, SAYS.pain]);
    await page.reload();
    await chat.answers.nth(2).waitFor();
    expect(await saidIn(chat)).toEqual([SAYS.sessions, SAYS.pain]);
  });
});
