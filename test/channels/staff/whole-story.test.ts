import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../helpers/browser';
import { type RunningServer, startServer } from '../../helpers/start-server';
import { PHONE, until } from '../../web/chat-page';
import { firstLink, join, type StaffClient } from './staff-client';
import { askAsPatient, openStaffPage, press } from './staff-page';

jest.setTimeout(240_000);

let browser: Browser;
let server: RunningServer;
let receptionist: StaffClient;
let physician: StaffClient;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  physician = await join(server.url, firstLink(server.output()), { name: 'د. منى', login: 'muna', physician: 'yes' });
  await physician.get('/staff/people');
  const { text } = await physician.post('/staff/people/invite', { role: ['reads', 'edits'] });
  receptionist = await join(server.url, firstLink(text), { name: 'سارة', login: 'sara' });
}, 240_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Words of the clinic that make no question anybody taught. */
const IN_VAIN = 'الشعر بالشتا والبشرة بالصيف';
const TOPIC = 'session-interval';

const ask = (question: string): Promise<string> => askAsPatient(browser, server.url, question);
/** Where the cells of a part of the table of figures begin. */
async function columnsOf(page: Page, part: string): Promise<(number | undefined)[]> {
  const cells = await page.locator(`table.sums ${part} tr`).first().locator('th, td').all();
  return Promise.all(cells.map(async (cell) => (await cell.boundingBox())?.x));
}

const openAs = (client: StaffClient): Promise<Page> => openStaffPage(browser, server.url, client, PHONE);

it('a question in vain becomes a phrasing, its effect is seen, the physician approves, the next patient is answered', async () => {
  const [answer = ''] =
    (await receptionist.get(`/staff/answers/${TOPIC}`)).text.match(/<textarea[^>]*name="answer"[^>]*>\n?([^\n<]+)/) ??
    [];
  const beginning = answer.replace(/^[^]*>\s*/, '');
  expect(await ask(IN_VAIN)).not.toContain(beginning);

  const desk = await openAs(receptionist);
  await until(async () => {
    await desk.goto('/staff/questions');
    return (await desk.locator('.groups a').count()) > 0;
  });
  await desk.locator('.groups a').first().click();
  await desk.locator('input[name="as"][value="other"]').check();
  await desk.locator('select[name="other"]').selectOption(TOPIC);
  await press(desk, 'تابع');
  // Measured on all phrasings: seconds, more where the machine has other work.
  await desk
    .getByText(/صيغة و\d+ سؤالًا محفوظًا|\(من \d+\)|سؤالًا محفوظًا/)
    .first()
    .waitFor({ timeout: 150_000 });
  expect(await columnsOf(desk, 'thead')).toEqual(await columnsOf(desk, 'tbody'));
  await press(desk, 'أرسلها إلى الطبيب');

  const doctor = await openAs(physician);
  await doctor.goto('/staff/drafts');
  await doctor.locator('.rows a').first().click();
  await press(doctor, 'اعتمد وانشر');
  await doctor.getByText('نُشر، وبه يجيب المساعد الآن.').waitFor();

  expect(await ask(IN_VAIN)).toContain(beginning);
  expect((await receptionist.get('/staff/questions')).text).toContain('لا أسئلة بلا جواب الآن');
});
