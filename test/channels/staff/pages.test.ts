import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../helpers/browser';
import { findLowContrast } from '../../helpers/find-low-contrast';
import { findViolations } from '../../helpers/find-violations';
import { type RunningServer, startServer } from '../../helpers/start-server';
import { DESKTOP, PHONE } from '../../web/chat-page';
import { firstLink, join, type StaffClient } from './staff-client';
import { openStaffPage } from './staff-page';

jest.setTimeout(120_000);

let browser: Browser;
let server: RunningServer;
let client: StaffClient;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  const physician = { name: 'سارة', login: 'sara', physician: 'yes' };
  client = await join(server.url, firstLink(server.output()), physician);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Every page of the menu, and what it leads to. */
const PAGES = [
  '/staff',
  '/staff/questions',
  '/staff/answers',
  '/staff/answers/new',
  '/staff/answers/what-is-prp',
  '/staff/drafts',
  '/staff/versions/clinic',
  '/staff/clinic',
  '/staff/try',
  '/staff/words',
  '/staff/words/eligibility',
  '/staff/words/vocabulary',
  '/staff/words/urgent/signWords/1',
  '/staff/words/forbidden',
  '/staff/sheets',
  '/staff/figures',
  '/staff/figures/weeks',
  '/staff/people',
  '/staff/audit',
  '/staff/account',
  '/staff/upgrade',
];

describe.each([
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
  ['a phone in the dark', { ...PHONE, colorScheme: 'dark' as const }],
])('on %s', (_name, options) => {
  it('no page is barred to anybody, and none is wider than the screen', async () => {
    const page = await openStaffPage(browser, server.url, client, { ...options, reducedMotion: 'reduce' });
    for (const path of PAGES) {
      const response = await page.goto(path);
      expect([path, response?.status()]).toEqual([path, 200]);
      expect([path, await findViolations(page)]).toEqual([path, []]);
      expect([path, await findLowContrast(page)]).toEqual([path, []]);
      const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect([path, wide]).toEqual([path, 0]);
    }
    await page.context().close();
  });
});

it.each(['days', 'weeks', 'topics', 'opinions'])('the figures by %s go out as a table', async (table) => {
  const csv = await client.getFile(`/staff/figures/export/${table}/csv`);
  const xlsx = await client.getFile(`/staff/figures/export/${table}/xlsx`);
  expect([csv.toString('utf8').startsWith('\ufeff'), xlsx.toString('latin1').startsWith('PK')]).toEqual([true, true]);
});

describe('a sheet', () => {
  it('goes out, comes in as a draft, and says row by row what was left', async () => {
    const [header = '', ...rows] = (await client.getFile('/staff/sheets/phrasings/csv')).toString('utf8').split('\r\n');
    const added = [`what-is-prp,,"<b>بلازما</b>, شو هي بالضبط يعني",`, 'no-such-topic,,صيغة,'];
    await client.get('/staff/sheets');
    const file = Buffer.from([header, ...rows.slice(0, 5), ...added].join('\r\n'));
    const { status, text } = await client.postFile('/staff/sheets', 'my.csv', file);
    expect([status, text.match(/أُخذ 1|بلا تغيير 5|تُرك 1|no-such-topic/g)]).toEqual([
      200,
      ['أُخذ 1', 'بلا تغيير 5', 'تُرك 1', 'no-such-topic'],
    ]);
    expect((await client.get('/staff/drafts')).text).toContain('/staff/drafts/topic.what-is-prp');
    expect((await client.get('/staff/drafts/topic.what-is-prp')).text).toContain('&lt;b&gt;بلازما&lt;/b&gt;, شو هي');
  });

  it.each([
    ['is a workbook for Excel as well', 'xlsx', 'PK'],
    ['begins so that Excel reads its Arabic', 'csv', '\ufeff'],
  ])('%s', async (_name, format, beginning) => {
    const file = await client.getFile(`/staff/sheets/answers/${format}`);
    expect(file.toString('utf8').startsWith(beginning)).toBe(true);
  });

  it.each([
    ['that is none', Buffer.from('PK\u0003\u0004 broken'), 400, 'لم نستطع قراءة الملف'],
    ['of other columns', Buffer.from('a,b\n1,2\n'), 400, 'لم نعرف هذا الجدول'],
    ['of nine megabytes', Buffer.alloc(9_000_000, 'a'), 413, 'أكبر مما تقبله اللوحة'],
  ])('%s is refused in words', async (_name, file, status, said) => {
    await client.get('/staff/sheets');
    const page = await client.postFile('/staff/sheets', 'x.csv', file);
    expect([page.status, page.text.includes(said)]).toEqual([status, true]);
  });
});

describe('trying a question', () => {
  it('says all that a patient would get: each question of a message, and what it tells of them in words', async () => {
    await client.get('/staff/try');
    const question = 'عمري 60 سنة وعندي ضغط، كم سعر الجلسة؟ وهل الحقن مؤلم؟';
    const { text } = await client.post('/staff/try', { question });
    const [, verdict = ''] = /class="sides"[^]*?<strong[^>]*>([^<]*)/.exec(text) ?? [];
    expect(verdict.split(' / ')).toHaveLength(2);
    const [, facts = ''] = /class="sides"[^]*?class="hint">([^<]*)/.exec(text) ?? [];
    expect([facts.length > 0, /[a-z]/i.test(facts)]).toEqual([true, false]);
  });
});
