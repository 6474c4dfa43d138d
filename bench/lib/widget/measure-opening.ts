import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from './client';
import type { DevTools } from './dev-tools';
import { SEEN, type Seen, watchPage } from './watch-page';

/** One opening of a chat by somebody who has never been here. */
export interface Opening extends Seen {
  /** Bytes the page loaded before the click, without itself, as they were sent. */
  readonly bytesBefore: number;
  /** Bytes it loaded after the click until the message was there. */
  readonly bytesAfter: number;
}

interface Visit {
  readonly client: Client;
  /** Origin of the clinic's site. */
  readonly site: string;
  /** What the bot's first message begins with. */
  readonly welcome: string;
  /** Times the processor is slowed down. */
  readonly slowdown: number;
}

/** A page in a profile of its own. */
interface Page {
  send(method: string, parameters?: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>;
  evaluate(expression: string): Promise<unknown>;
  /** Bytes it was sent, its frames included, without the page itself. */
  countBytes(): number;
  readonly loaded: Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds a page is left alone before the click: what it has to do is done. */
const SETTLE_MS = 300;
const PATIENCE_MS = 60_000;

/** Opens the page in an empty browser profile, presses the button and waits for the bot's first message. */
export async function measureOpening(devTools: DevTools, visit: Visit): Promise<Opening> {
  const { client, site, welcome, slowdown } = visit;
  const url = site + client.page;
  const page = await openPage(devTools, url);
  try {
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: watchPage(client.message, welcome) });
    await page.send('Page.navigate', { url });
    await page.loaded;
    await sleep(SETTLE_MS);
    const bytesBefore = page.countBytes();
    const seen = page.evaluate(`Promise.race([${SEEN}, new Promise((give) => setTimeout(give, ${PATIENCE_MS}))])`);
    const place = await page.evaluate(findButton(client.button));
    await page.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await click(page, place as Place);
    const told = (await seen) as Seen | undefined;
    if (told === undefined) throw new Error(`the first message of ${client.name} did not come`);
    return { ...told, bytesBefore, bytesAfter: page.countBytes() - bytesBefore };
  } finally {
    await page.close();
  }
}

async function openPage({ send, listen }: DevTools, url: string): Promise<Page> {
  const { browserContextId } = await send('Target.createBrowserContext');
  const target = { url: 'about:blank', browserContextId, width: 1280, height: 860 };
  const { targetId } = await send('Target.createTarget', target);
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const session = String(sessionId);
  const own = new Set<unknown>();
  let bytes = 0;
  let tellLoaded: () => void = () => undefined;
  const loaded = new Promise<void>((resolve) => (tellLoaded = resolve));
  const unlisten = listen(session, (method, { requestId, request, encodedDataLength }) => {
    if (method === 'Network.requestWillBeSent' && (request as { readonly url: string }).url === url) own.add(requestId);
    if (method === 'Network.loadingFinished' && !own.has(requestId)) bytes += Number(encodedDataLength);
    if (method === 'Page.loadEventFired') tellLoaded();
  });
  await send('Page.enable', {}, session);
  await send('Network.enable', {}, session);
  return {
    send: (method, parameters) => send(method, parameters, session),
    async evaluate(expression) {
      const options = { expression, awaitPromise: true, returnByValue: true };
      const { result } = (await send('Runtime.evaluate', options, session)) as {
        readonly result?: { value?: unknown };
      };
      return result?.value;
    },
    countBytes: () => bytes,
    loaded,
    async close() {
      unlisten();
      await send('Target.disposeBrowserContext', { browserContextId });
    },
  };
}

/** Pixels from the upper left corner of the window. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/** Gives the middle of the button, which may stand in a shadow tree. */
const findButton = (button: string): string => `(() => {
  const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  const found = roots.map((root) => root.querySelector(${JSON.stringify(button)})).find((element) => element !== null);
  const { x, y, width, height } = found.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
})()`;

/** A hand moves to the button, presses and lets go. */
async function click(page: Page, { x, y }: Place): Promise<void> {
  const act = { x, y, button: 'left', clickCount: 1 };
  await page.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
  await page.send('Input.dispatchMouseEvent', { ...act, type: 'mousePressed' });
  await page.send('Input.dispatchMouseEvent', { ...act, type: 'mouseReleased' });
}
