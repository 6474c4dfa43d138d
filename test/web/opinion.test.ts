import type { Browser } from 'playwright-core';
import { launchBrowser } from '../helpers/browser';
import { findViolations } from '../helpers/find-violations';
import { startServer, type RunningServer } from '../helpers/start-server';
import { createVisitor, openChat, SMALL_PHONE, STRINGS } from './chat-page';
import { SAYS } from './words';

jest.setTimeout(60_000);

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await server.stop('SIGKILL');
});

it('an answer asks whether it helped, "no" asks why, and a page opened anew still knows', async () => {
  const { question, yes, no, why, reasons, thanks } = STRINGS.opinion;
  const visitor = await createVisitor(browser, { ...SMALL_PHONE, reducedMotion: 'reduce' });
  const { page, chat } = await openChat(visitor, server.url);
  expect(await page.getByRole('group', { name: question }).count()).toBe(0);
  await chat.say(SAYS.sessions);
  await chat.say(SAYS.sessions.replace('؟', ' لو سمحت؟'));
  const asked = page.getByRole('group', { name: question });
  expect(await asked.count()).toBe(1);
  await asked.getByRole('button', { name: yes }).waitFor();
  await asked.getByRole('button', { name: no }).click();
  await asked.getByText(why).waitFor();
  expect(await findViolations(page)).toEqual([]);
  expect(await asked.getByRole('button').allInnerTexts()).toEqual(Object.values(reasons));
  expect(await asked.getByRole('textbox').count()).toBe(0);
  await asked.getByRole('button', { name: reasons.incomplete }).click();
  await asked.getByText(thanks).waitFor();
  await page.reload();
  await asked.getByText(thanks).waitFor();
  expect(await chat.mine.count()).toBe(2);
  expect(visitor.faults).toEqual([]);
  await visitor.context.close();
});
