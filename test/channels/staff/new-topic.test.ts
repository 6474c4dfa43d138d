import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../helpers/browser';
import { type RunningServer, startServer } from '../../helpers/start-server';
import { until } from '../../web/chat-page';
import { firstLink, join, type StaffClient } from './staff-client';
import { askAsPatient } from './staff-page';

jest.setTimeout(240_000);

let browser: Browser;
let server: RunningServer;
let physician: StaffClient;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  physician = await join(server.url, firstLink(server.output()), { name: 'د. منى', login: 'muna', physician: 'yes' });
}, 240_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

it('a question about something new is read whole, offered as a new topic, and keeps one id from the form to the draft', async () => {
  await askAsPatient(browser, server.url, 'مدخل للكرسي المتحرك');
  let list = '';
  await until(async () => {
    list = (await physician.get('/staff/questions')).text;
    return list.includes('مدخل للكرسي المتحرك');
  });
  const path = /\/staff\/questions\/[\w-]+/.exec(list)?.[0] ?? '';
  const group = await physician.get(path);
  expect(group.text).toMatch(/value="new"\s+checked/);

  const chosen = { as: 'new', text: 'مدخل للكرسي المتحرك' };
  const form = await physician.post(path, chosen);
  const id = /name="id" value="(staff-[0-9a-f]{8})"/.exec(form.text)?.[1];
  expect(id).toBeDefined();
  const saved = await physician.post('/staff/answers/new/save', {
    id: id ?? '',
    category: 'clinic-facts',
    question: 'هل يوجد مدخل للكرسي المتحرك؟',
    phrasings: 'مدخل للكرسي المتحرك',
    'from-question': 'مدخل للكرسي المتحرك',
  });
  expect(saved.to).toBe(`/staff/drafts/topic.${id ?? ''}`);
});
