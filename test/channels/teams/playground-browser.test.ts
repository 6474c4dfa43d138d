import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../helpers/browser';
import { type RunningServer, startServer } from '../../helpers/start-server';
import { type Playground, startPlayground } from './playground';

jest.setTimeout(240_000);

const ARTEFACTS = join(__dirname, '../../../test-artefacts/teams');

let server: RunningServer;
let client: Playground;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  server = await startServer();
  client = await startPlayground(server.url);
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
});
afterAll(async () => {
  await browser.close();
  await client.stop();
  await server.stop();
});

/** Where a part of a card stands. */
interface Drawn {
  readonly isInside: boolean;
  readonly direction: string;
}

/** Runs in the page: makes the last card so many points wide, and looks at its texts and buttons. */
const measuring = (width: number): string => `(() => {
  const card = [...document.querySelectorAll('.ac-adaptiveCard')].at(-1);
  card.style.width = '${width}px';
  const { right, left } = card.getBoundingClientRect();
  return Array.from(card.querySelectorAll('.ac-textBlock, button')).map((part) => {
    const box = part.getBoundingClientRect();
    const isInside = box.left >= left - 1 && box.right <= right + 1 && part.scrollWidth <= part.clientWidth + 1;
    return { isInside, direction: getComputedStyle(part).direction };
  });
})()`;

/** Looks at the page, and keeps a picture of it where what is expected is not there. */
async function look(name: string, expectation: () => Promise<void>): Promise<void> {
  try {
    await expectation();
  } catch (error) {
    mkdirSync(ARTEFACTS, { recursive: true });
    await page.screenshot({ path: join(ARTEFACTS, `${name}.png`) });
    throw error;
  }
}

test('the client draws a card right to left, inside its width, and its buttons work', async () => {
  await page.goto(client.url);
  const compose = page.locator('[contenteditable="true"], textarea').first();
  await compose.waitFor({ timeout: 60_000 });
  // The page itself adds the app.
  await client.next(client.personal);
  await look('welcome', () => page.getByText('المساعد الآلي').first().waitFor({ timeout: 30_000 }));
  await client.say(client.personal, 'كم جلسة احتاج؟');
  await client.next(client.personal);
  const card = page.locator('.ac-adaptiveCard').last();
  await look('answer', () => card.getByText('جرت العادة').waitFor({ timeout: 30_000 }));
  for (const width of [600, 320, 240]) {
    await look(`answer-${width}`, async () => {
      const drawn = await page.evaluate<Drawn[]>(measuring(width));
      expect(drawn.length).toBeGreaterThan(5);
      expect(drawn.filter(({ isInside, direction }) => !isInside || direction !== 'rtl')).toEqual([]);
    });
  }
  await look('button', async () => {
    await page.getByRole('button', { name: 'كم بين الجلسات؟' }).last().click();
    await client.next(client.personal);
    await page.locator('.ac-textBlock', { hasText: 'الفاصل المعتاد' }).last().waitFor({ timeout: 30_000 });
  });
});
