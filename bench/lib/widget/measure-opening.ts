import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, CDPSession, Frame, Page } from 'playwright-core';
import type { Client } from './client';
import { BINDING, type Seen, watchPage } from './watch-page';

/** One opening of a chat by somebody who has never been here. */
export interface Opening {
  /** Milliseconds from the click to the bot's first message, painted. */
  readonly ms: number;
  /** Bytes the page loaded before the click, without itself, as they were sent. */
  readonly bytesBefore: number;
  /** Bytes it loaded after the click until the message was there. */
  readonly bytesAfter: number;
  /** Cumulative layout shift of the page around the chat, from its first moment to the message. */
  readonly shift: number;
  /** Milliseconds a fixed piece of work takes where the chat runs: tells whether the slower processor reaches it. */
  readonly workMs: number;
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

/** Milliseconds a page is left alone before the click: what it has to do is done. */
const SETTLE_MS = 300;
const PATIENCE_MS = 60_000;
const WORK_TIMES = 3;
/** A few tens of milliseconds of arithmetic, timed. */
const WORK = `(() => {
  const began = performance.now();
  let mixed = 1;
  for (let at = 0; at < 2e7; at += 1) mixed = Math.imul(mixed ^ at, 31);
  return performance.now() - began + (mixed & 0);
})()`;

/** Opens the page in an empty browser profile, presses the button and waits for the bot's first message. */
export async function measureOpening(browser: Browser, visit: Visit): Promise<Opening> {
  const { client, site, welcome, slowdown } = visit;
  const context = await browser.newContext({ locale: 'ar', viewport: { width: 1280, height: 860 } });
  try {
    const page = await context.newPage();
    const seen = await watch(page, watchPage(client.message, welcome));
    const session = await context.newCDPSession(page);
    const count = await countBytes(session, site + client.page);
    await page.goto(site + client.page);
    await page.locator(client.button).waitFor();
    await page.waitForTimeout(SETTLE_MS);
    const bytesBefore = count();
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.locator(client.button).click();
    const ms = await seen.untilShown();
    const bytesAfter = count() - bytesBefore;
    const workMs = await measureWork(page.frames().at(-1) ?? page.mainFrame());
    return { ms, bytesBefore, bytesAfter, shift: await page.evaluate<number>('window.benchShift'), workMs };
  } finally {
    await context.close();
  }
}

/** Puts the watching script into the page. `untilShown` gives the milliseconds from the click to the message. */
async function watch(page: Page, script: string): Promise<{ untilShown(): Promise<number> }> {
  let clicked = 0;
  let tell: (shown: number) => void = () => undefined;
  const shown = new Promise<number>((resolve) => (tell = resolve));
  await page.exposeBinding(BINDING, (_source, saw: Seen) => {
    if (saw.clicked !== undefined) clicked = saw.clicked;
    if (saw.shown !== undefined) tell(saw.shown);
  });
  await page.addInitScript(script);
  return {
    async untilShown() {
      const end = new AbortController();
      const late = sleep(PATIENCE_MS, undefined, { signal: end.signal }).then(() => {
        throw new Error('the first message did not come');
      });
      try {
        return (await Promise.race([shown, late])) - clicked;
      } finally {
        late.catch(() => undefined);
        end.abort();
      }
    },
  };
}

/** Counts what the page is sent, its frames included, but for the page itself. Gives what reads the count. */
async function countBytes(session: CDPSession, page: string): Promise<() => number> {
  let bytes = 0;
  const own = new Set<string>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url === page) own.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!own.has(requestId)) bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  return () => bytes;
}

/** The shortest of a few: what else the page does must not count. */
async function measureWork(frame: Frame): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < WORK_TIMES; at += 1) times.push(await frame.evaluate<number>(WORK));
  return Math.min(...times);
}
