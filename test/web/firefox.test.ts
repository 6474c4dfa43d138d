import { findFirefox, type Firefox, launchFirefox } from '../helpers/firefox';
import { STRINGS, until } from './chat-page';
import { startWeb, type WebServer } from './start-web';

jest.setTimeout(120_000);

const path = findFirefox();
/** Where no Firefox is installed the tests say so by being skipped. */
const inFirefox = path === undefined ? describe.skip : describe;

inFirefox('the widget in Firefox', () => {
  let firefox: Firefox;
  let server: WebServer;

  beforeAll(async () => {
    [firefox, server] = await Promise.all([launchFirefox(path!), startWeb()]);
  }, 180_000);

  afterAll(async () => {
    await firefox.close();
    await server.stop();
  });

  const inChat = (expression: string): Promise<unknown> => firefox.evaluate(expression, '/chat').catch(() => undefined);
  const answers = (): Promise<unknown> => inChat(`document.querySelectorAll('.message.bot').length`);
  const widget = (expression: string): Promise<unknown> =>
    firefox.evaluate(
      `(() => { const host = [...document.documentElement.children].find((one) => one.shadowRoot); const root = host.shadowRoot; return ${expression}; })()`,
    );

  it('opens, answers, takes the keyboard, closes by Escape and comes back as it was', async () => {
    await firefox.open(server.url);
    await until(async () => (await firefox.evaluate(`'open' in (window.PrpAssistant ?? {})`)) === true);
    expect(await widget(`root.querySelector('.b').getBoundingClientRect().width`)).toBe(60);
    await firefox.evaluate(`PrpAssistant.open()`);
    await until(async () => (await answers()) === 1);
    await until(async () => (await inChat(`document.activeElement.tagName`)) === 'TEXTAREA');
    await firefox.press('م', 'ر', 'ح', 'ب', 'ا', '\uE007');
    await until(async () => Number(await answers()) > 1);
    expect(await inChat(`document.querySelector('.message.user .bubble').textContent`)).toBe('مرحبا');
    expect(await inChat(`document.documentElement.dir`)).toBe('rtl');
    await firefox.press('\uE00C');
    await until(async () => (await widget(`root.querySelector('.b').getAttribute('aria-expanded')`)) === 'false');
    await firefox.evaluate(`PrpAssistant.open()`);
    await firefox.open(server.url);
    await until(async () => Number(await answers()) > 1);
    expect(await widget(`root.querySelector('.b').getAttribute('aria-label')`)).toBe(STRINGS.close);
  });

  it('is not touched by the rules of a page, and a swapped body leaves it there', async () => {
    await firefox.evaluate(
      `document.head.append(Object.assign(document.createElement('style'), { textContent: 'div:empty{display:none!important} *{opacity:0}' }))`,
    );
    await firefox.evaluate(`(document.body = document.createElement('body'), true)`);
    expect(await widget(`getComputedStyle(host).opacity`)).toBe('1');
    expect(await widget(`root.querySelector('.b').checkVisibility()`)).toBe(true);
    await until(async () => Number(await answers()) > 1);
  });
});
