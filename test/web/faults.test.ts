import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import { launchBrowser } from '../helpers/browser';
import { createVisitor, readChat, STRINGS, type ChatPage, type Visitor } from './chat-page';
import { startWeb, type WebServer } from './start-web';

jest.setTimeout(60_000);

const ACTIVITIES = '**/activities';
const CONVERSATION = /\/conversations\/[^/]+\?watermark/;
const STREAM = /\/stream\?/;

let browser: Browser;
let server: WebServer;
let visitor: Visitor;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startWeb()]);
}, 120_000);

beforeEach(async () => {
  visitor = await createVisitor(browser);
});

afterEach(() => visitor.context.close());

afterAll(async () => {
  await browser.close();
  await server.stop();
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

const saidIn = ({ mine }: ChatPage): Promise<string[]> => mine.locator('.bubble').allInnerTexts();

describe('a message', () => {
  it('written offline waits, and is sent once when the network is back', async () => {
    const { page, chat } = await open();
    await visitor.context.setOffline(true);
    await page.getByText(STRINGS.offline).waitFor();
    await chat.type('واحد');
    await chat.type('اثنان');
    await page.getByText(STRINGS.state.queued).first().waitFor();
    await visitor.context.setOffline(false);
    await chat.answers.nth(2).waitFor();
    await page.reload();
    await chat.answers.nth(2).waitFor();
    expect(await saidIn(chat)).toEqual(['واحد', 'اثنان']);
  });

  it('written offline survives a reload of the page', async () => {
    const { page, chat } = await open();
    // The page itself comes; the chat's server is away.
    await page.route('**/v3/directline/**', (route) => route.abort());
    await page.routeWebSocket(STREAM, (socket) => socket.close());
    await visitor.context.setOffline(true);
    await chat.type('واحد');
    await visitor.context.setOffline(false);
    await page.reload();
    await chat.mine.first().waitFor();
    await page.unrouteAll();
    await page.reload();
    await chat.answers.nth(1).waitFor();
    expect(await saidIn(chat)).toEqual(['واحد']);
  });

  it('that the server cannot take now is tried again by itself, and kept once', async () => {
    let left = 2;
    const { chat } = await open((page) =>
      page.route(ACTIVITIES, async (route) => {
        left -= 1;
        // The second time the message arrives, and only the answer is lost.
        if (left === 0) await route.fetch();
        if (left >= 0) await route.fulfill({ status: 503, body: 'not JSON' });
        else await route.continue();
      }),
    );
    await chat.say('مرحبا');
    expect(await chat.mine.count()).toBe(1);
    expect(await chat.answers.count()).toBe(2);
  });

  it('that is refused says so, and can be sent again or taken away', async () => {
    const { page, chat } = await open();
    await page.route(ACTIVITIES, (route) =>
      route.fulfill({ status: 413, json: { error: { code: 'MessageTooLong', message: 'رسالة طويلة' } } }),
    );
    await chat.type('واحد');
    await page.getByText('رسالة طويلة').waitFor();
    await chat.type('اثنان');
    await chat.button(STRINGS.discard).nth(1).click();
    await page.unroute(ACTIVITIES);
    await chat.button(STRINGS.retry).click();
    await chat.answers.nth(1).waitFor();
    expect(await saidIn(chat)).toEqual(['واحد']);
  });

  it('twenty in a row come in the order they were written, however often a limit stops them', async () => {
    let posts = 0;
    const json = { error: { code: 'TooManyMessages', message: 'رسائل كثيرة' } };
    const { chat } = await open((page) =>
      page.route(ACTIVITIES, (route) => {
        posts += 1;
        if (posts % 7 === 0) return route.fulfill({ status: 400, json, headers: { 'Retry-After': '1' } });
        return route.continue();
      }),
    );
    const written = Array.from({ length: 20 }, (_one, at) => `رسالة ${at + 1}`);
    for (const text of written) await chat.type(text);
    await chat.answers.nth(20).waitFor();
    expect(await saidIn(chat)).toEqual(written);
  });

  it('over a long limit says so at once; what was written after it waits behind it, and all goes on by itself', async () => {
    let isStopped = true;
    const json = { error: { code: 'TooManyMessages', message: 'رسائل كثيرة' } };
    const { page, chat } = await open(async (page) => {
      await page.clock.install();
      await page.route(ACTIVITIES, (route) =>
        isStopped ? route.fulfill({ status: 400, json, headers: { 'Retry-After': '60' } }) : route.continue(),
      );
    });
    await chat.type('واحد');
    await page.getByText('رسائل كثيرة').waitFor();
    isStopped = false;
    await chat.type('اثنان');
    await page.clock.runFor(2000);
    expect(await chat.answers.count()).toBe(1);
    await page.clock.runFor(60_000);
    await chat.answers.nth(2).waitFor();
    expect(await saidIn(chat)).toEqual(['واحد', 'اثنان']);
  });

  it.each([401, 403, 404])('is sent with a new token after %i', async (status) => {
    let refused = 0;
    const { chat } = await open((page) =>
      page.route(ACTIVITIES, async (route) => {
        refused += 1;
        if (refused === 1) await route.fulfill({ status, json: {} });
        else await route.continue();
      }),
    );
    await chat.say('مرحبا');
    expect(await saidIn(chat)).toEqual(['مرحبا']);
  });
});

describe('the stream', () => {
  it.each([
    ['an object without activities', '{}'],
    ['null', 'null'],
    ['not JSON', '<html>'],
    ['activities that are none', '{"activities":[null,7,{"type":"message"},{"type":"handoff"}]}'],
    ['activities that are no list', '{"activities":"x"}'],
  ])('goes on after %s', async (_name, frame) => {
    const { chat } = await open((page) =>
      page.routeWebSocket(STREAM, (socket) => {
        const real = socket.connectToServer();
        real.onMessage((message) => {
          socket.send(frame);
          socket.send(message);
        });
      }),
    );
    await chat.say('مرحبا');
    expect(visitor.faults).toEqual([]);
  });

  it('is opened again after it was cut, and what was said meanwhile comes once', async () => {
    const sockets: WebSocketRoute[] = [];
    const { chat } = await open((page) =>
      page.routeWebSocket(STREAM, (socket) => {
        sockets.push(socket);
        socket.connectToServer();
      }),
    );
    await sockets[0]!.close();
    await chat.say('مرحبا');
    expect(sockets.length).toBe(2);
    expect(await chat.mine.count()).toBe(1);
  });

  it('is done without where the network lets none through', async () => {
    const { chat } = await open((page) => page.routeWebSocket(STREAM, (socket) => socket.close()));
    await chat.say('مرحبا');
    expect(await saidIn(chat)).toEqual(['مرحبا']);
  });

  it.each([401, 403, 404])('gives way to another conversation after %i on coming back', async (status) => {
    const sockets: WebSocketRoute[] = [];
    const { page, chat } = await open((opened) =>
      opened.routeWebSocket(STREAM, (socket) => {
        sockets.push(socket);
        socket.connectToServer();
      }),
    );
    await chat.say('قبل');
    let refused = 0;
    await page.route(CONVERSATION, async (route) => {
      refused += 1;
      if (refused === 1) await route.fulfill({ status, json: {} });
      else await route.continue();
    });
    await sockets[0]!.close();
    await page.getByText(STRINGS.anotherChat).waitFor();
    await chat.say('بعد');
    expect(await saidIn(chat)).toEqual(['قبل', 'بعد']);
  });

  it.each([429, 500, 502])('is tried again after %i on coming back', async (status) => {
    const sockets: WebSocketRoute[] = [];
    const { page, chat } = await open((opened) =>
      opened.routeWebSocket(STREAM, (socket) => {
        sockets.push(socket);
        socket.connectToServer();
      }),
    );
    let refused = 0;
    await page.route(CONVERSATION, async (route) => {
      refused += 1;
      if (refused <= 2) await route.fulfill({ status, json: {} });
      else await route.continue();
    });
    await sockets[0]!.close();
    await chat.say('مرحبا');
    expect(refused).toBe(3);
  });
});

describe('the beginning', () => {
  it.each([
    ['the conversation', '**/api/chat/token'],
    ['the conversation of a token that begins none', '**/v3/directline/conversations'],
  ])('is tried again where %s cannot be had, with what the server says', async (_name, address) => {
    let refused = 0;
    const { page } = await open(async (opened) => {
      // As Azure does: a token, and nothing begun.
      await opened.route('**/api/chat/token', (route) => route.continue({ postData: '{}' }));
      await opened.route(address, async (route) => {
        refused += 1;
        if (refused === 1) {
          const json = { error: { code: 'TooManyRequests', message: 'رسائل كثيرة' } };
          await route.fulfill({ status: 429, json, headers: { 'Retry-After': '2' } });
          await opened.getByText('رسائل كثيرة').waitFor();
        } else await route.fallback();
      });
    });
    await page.getByText('رسائل كثيرة').waitFor({ state: 'detached' });
  });
});

describe('what the assistant says', () => {
  it('is text: no markup, and no link that could do harm', async () => {
    const hostile = [
      '<img src=x onerror="document.title=1"> <script>document.title=2</script>',
      'javascript:alert(1) data:text/html,x [نص](javascript:alert(1))',
      'https://clinic.example/path?x=1. راسلنا على info@clinic.example أو +966 50 000 0000',
    ].join('\n');
    const actions = [
      { type: 'openUrl', title: 'سيئ', value: 'javascript:alert(1)' },
      { type: 'openUrl', title: 'جيد', value: 'https://clinic.example/' },
    ];
    const message = { type: 'message', id: 'x', text: hostile, from: { role: 'bot' }, suggestedActions: { actions } };
    const { page } = await open((opened) =>
      opened.routeWebSocket(STREAM, (socket) => {
        socket.connectToServer().onMessage((frame) => {
          socket.send(frame);
          socket.send(JSON.stringify({ activities: [message] }));
        });
      }),
    );
    await page.getByRole('link', { name: 'جيد' }).waitFor();
    expect(await page.locator('.bubble :is(img, script)').count()).toBe(0);
    const links = await page.evaluate('[...document.links].map(({ href }) => href)');
    expect(links).toEqual([
      'https://clinic.example/path?x=1',
      'mailto:info@clinic.example',
      'tel:+966500000000',
      'https://clinic.example/',
    ]);
    expect(visitor.faults).toEqual([]);
  });
});
