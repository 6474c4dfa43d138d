/**
 * `npm run bench:web-chat`: real Web Chat in two tabs of one conversation, in a real browser against the real server: a button
 * of an older question that is pressed in the second tab is refused, and changes nothing; of two presses at once one counts;
 * a message too long to be read gets its sentence.
 * Web Chat comes with `npm ci --prefix bench/widget`.
 */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../test/helpers/browser';
import { startServer } from './lib/chat/server-process';
import { hasWebChat, startBenchSite } from './lib/widget/bench-site';
import type { Client } from './lib/widget/client';

/** As the README's snippet does it, with the conversation kept for the next tab. */
const TAB: Client = {
  name: 'Web Chat in a tab',
  page: '/tab',
  markup: (server) => `<div id="chat" style="height:90vh"></div>
<script src="/webchat.js"></script>
<script>
(async () => {
  const kept = localStorage.getItem('session');
  const session = kept ? JSON.parse(kept) : await (await fetch('${server}/api/chat/token', { method: 'POST' })).json();
  const { token, conversationId, domain } = session;
  localStorage.setItem('session', JSON.stringify({ token, conversationId, domain }));
  const directLine = WebChat.createDirectLine({ token, conversationId, domain, watermark: '' });
  WebChat.renderWebChat({ directLine, locale: 'ar-SA', dir: 'rtl' }, document.getElementById('chat'));
})();
</script>`,
  button: '',
  message: '.webchat__bubble__content',
  files: ['webchat.js'],
};

const FIRST = 'السؤال 1 من';
const SECOND = 'السؤال 2 من';
const FOURTH = 'السؤال 4 من';
const TOO_LONG = 'أطول مما';
const REFUSED = 'زر من سؤال سابق';

async function main(): Promise<void> {
  const site = await startBenchSite();
  const settings = { ALLOWED_ORIGINS: site.origin };
  const server = await startServer({ command: [join('dist', 'main.js')], database: undefined, settings });
  const browser = await launchBrowser();
  try {
    site.show([TAB], server.url);
    const context = await browser.newContext();
    let isDead = false;
    let held: (() => void)[] | undefined;
    const open = async (mayDie: boolean): Promise<Page> => {
      const tab = await context.newPage();
      // Its line is dead, as a phone's that slept: nothing comes any more, and it goes on showing what it showed.
      await tab.routeWebSocket(/\/stream\?/, (client) => {
        client.connectToServer().onMessage((message) => {
          if (mayDie && isDead) return;
          if (held === undefined) client.send(message);
          else held.push(() => client.send(message));
        });
      });
      tab.setDefaultTimeout(60_000);
      await tab.goto(site.origin + TAB.page);
      await tab.locator(TAB.message).first().waitFor();
      return tab;
    };
    const [one, two] = [await open(false), await open(true)];
    for (const text of ['هل تناسبني البلازما؟', 'موافق', 'لا']) await say(one, text);
    for (const tab of [one, two]) await shows(tab, FIRST);
    isDead = true;
    const old = two.getByRole('button', { name: 'نعم', exact: true }).last();
    await old.waitFor();
    await say(one, 'لا');
    await shows(one, SECOND);
    await old.click();
    await shows(one, REFUSED);
    await say(one, 'لا');
    await shows(one, 'السؤال 3 من');
    console.log('Web Chat, two tabs: the press on the older button is refused, and the question stands.');
    isDead = false;
    await two.reload();
    const presses = [one, two].map((tab) => tab.getByRole('button', { name: 'لا', exact: true }).last());
    for (const press of presses) await press.waitFor();
    const refusals = await one.locator(TAB.message).filter({ hasText: REFUSED }).count();
    // Neither tab sees what the other one does before it has pressed.
    held = [];
    for (const press of presses) await press.click();
    held.forEach((show) => show());
    held = undefined;
    await one.locator(TAB.message).filter({ hasText: REFUSED }).nth(refusals).waitFor();
    await shows(one, FOURTH);
    await shows(two, FOURTH);
    if ((await one.locator(TAB.message).filter({ hasText: 'السؤال 5 من' }).count()) > 0)
      throw new Error('counted twice');
    console.log('Both tabs pressed at once: one press counts, the other is refused.');
    await say(one, 'كلام '.repeat(500));
    await shows(one, TOO_LONG);
    await shows(one, FOURTH);
    console.log('2,500 letters get the sentence, and the question stands.');
  } finally {
    await browser.close();
    await server.stop();
    await site.stop();
  }
}

async function say(tab: Page, text: string): Promise<void> {
  const before = await tab.locator(TAB.message).count();
  const box = tab.locator('[data-testid="send box text area"], input[type="text"], textarea').first();
  await box.fill(text);
  await box.press('Enter');
  await tab
    .locator(TAB.message)
    .nth(before + 1)
    .waitFor();
}

const shows = (tab: Page, text: string): Promise<void> =>
  tab.locator(TAB.message).filter({ hasText: text }).last().waitFor();

if (hasWebChat()) {
  main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
} else {
  console.error('Web Chat is not installed: run npm ci --prefix bench/widget');
  process.exitCode = 1;
}
