import { type RunningServer, startServer } from '../../helpers/start-server';
import { firstLink, join, type StaffClient } from './staff-client';

jest.setTimeout(120_000);

let server: RunningServer;
let physician: StaffClient;

beforeAll(async () => {
  server = await startServer();
  physician = await join(server.url, firstLink(server.output()), { name: 'د. منى', login: 'muna', physician: 'yes' });
}, 120_000);

afterAll(() => server.stop());

it('a category nobody offered is refused with those that are, and nothing is kept', async () => {
  await physician.get('/staff/answers/new');
  const { status, text } = await physician.post('/staff/answers/new/save', {
    category: 'nothing',
    question: 'هل يوجد مدخل للكرسي المتحرك؟',
    answer: 'نعم، من الباب الجانبي.',
    phrasings: 'مدخل للكرسي المتحرك',
  });
  expect(status).toBe(400);
  expect(text).toMatch(/«nothing» ليس من الاختيارات المعروضة\. اختر واحدًا من هذه: [^<]*العيادة والحجز/u);
  expect(text).toContain('مدخل للكرسي المتحرك');
  expect((await physician.get('/staff/drafts')).text).not.toContain('مدخل للكرسي المتحرك');
});
