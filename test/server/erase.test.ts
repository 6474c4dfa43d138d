import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { visit, type Visitor } from '../helpers/direct-line-kit';
import { createDataDirectory, type RunningServer, startServer } from '../helpers/start-server';
import { knowledgeWithHours } from '../handover/open-clinic';

jest.setTimeout(180_000);

/** Words that stand nowhere in the program, each told at another place. */
const TOLD = {
  question: 'برقوقستان',
  unanswered: 'زعفرانيات',
  check: 'لازورديات',
  name: 'شهرزادة',
  number: '0559871234',
};
const DATA_DIR = join(createDataDirectory(), 'data');
let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ DATA_DIR, KNOWLEDGE_DIR: knowledgeWithHours('never') });
});
afterAll(() => server.stop('SIGKILL'));

/** Every byte of the database, its log and its index included. */
const everything = (): string =>
  readdirSync(DATA_DIR)
    .filter((name) => name.startsWith('assistant.db'))
    .map((name) => readFileSync(join(DATA_DIR, name), 'utf8'))
    .join('\n');
const left = (): string[] => Object.values(TOLD).filter((word) => everything().includes(word));

/** Says one thing after another; gives the reply to the last. */
async function say(visitor: Visitor, ...messages: readonly string[]): Promise<string> {
  for (const message of messages) {
    const before = (await visitor.texts()).length;
    await visitor.say(message);
    await visitor.heard(before + 2);
  }
  return String((await visitor.texts()).at(-1));
}

test('after a typed deletion no byte of what a person told is left in the database: talk, unanswered, call, check', async () => {
  const visitor = await visit({ domain: `${server.url}/v3/directline` });
  await say(visitor, `انا ${TOLD.question} كم جلسة احتاج للشعر`, `هل تبيعون ${TOLD.unanswered} للبيع بالجملة`);
  await say(visitor, 'التحدث مع موظف', 'نعم، اتصلوا بي', TOLD.name, TOLD.number, 'مساء');
  await say(visitor, 'ابدأ الفحص', 'موافق', `لا ${TOLD.check}`);
  expect(left()).toEqual(Object.values(TOLD));

  await visitor.say('effacez toutes mes informations');
  let kept: readonly unknown[] = [];
  for (let tries = 0; kept.length !== 1 && tries < 50; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    kept = await visitor.texts();
  }
  expect(kept).toEqual([expect.stringContaining('تم الحذف')]);
  expect(left()).toEqual([]);
});
