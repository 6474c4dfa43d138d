import { openDatabase } from '../../src/storage/engine/open-database';
import { createUnansweredList } from '../../src/storage/lists/unanswered-list';
import { describeEachDatabase } from '../helpers/databases';

const DAY = 86_400_000;
const HOUR = 3_600_000;

describeEachDatabase((engine) => {
  test('equal questions are counted, the most frequent comes first', async () => {
    const database = await engine.open();
    const at = Date.now();
    const list = createUnansweredList({ database, now: () => at });
    await Promise.all(['كم', 'متى', 'كم', 'كم', ' متى '].map((text) => list.record({ text, kind: 'unknown', at })));
    await list.record({ text: 'كم', kind: 'unsure', at });
    await list.record({ text: '  ', kind: 'unknown', at });
    expect(await list.list({ limit: 10, days: 7 })).toEqual([
      { text: 'كم', kind: 'unknown', times: 3, lastAt: at },
      { text: 'متى', kind: 'unknown', times: 2, lastAt: at },
      { text: 'كم', kind: 'unsure', times: 1, lastAt: at },
    ]);
    expect(await list.list({ limit: 1, days: 7 })).toHaveLength(1);
  });

  test('a list of the last days counts these days only', async () => {
    const database = await engine.open();
    let now = Date.now();
    const list = createUnansweredList({ database, now: () => now });
    await list.record({ text: 'قديم', kind: 'unknown' });
    await list.record({ text: 'كم', kind: 'unknown' });
    now += 10 * DAY;
    await list.record({ text: 'كم', kind: 'unknown' });
    expect(await list.list({ limit: 10, days: 7 })).toEqual([{ text: 'كم', kind: 'unknown', times: 1, lastAt: now }]);
    expect(await list.list({ limit: 10, days: 30 })).toMatchObject([{ times: 2 }, { text: 'قديم' }]);
  });

  test('switched off it records nothing, and what was there goes', async () => {
    const database = await engine.open();
    const on = createUnansweredList({ database });
    await on.record({ text: 'كم', kind: 'unknown' });
    const off = createUnansweredList({ database, days: 0 });
    await off.record({ text: 'متى', kind: 'unknown' });
    expect(await off.list({ limit: 10, days: 30 })).toEqual([]);
    expect(await off.purge()).toBe(1);
    expect(await on.list({ limit: 10, days: 30 })).toEqual([]);
  });

  test('a hostile text is kept harmless: cut, without NUL', async () => {
    const list = createUnansweredList({ database: await engine.open() });
    await list.record({ text: `'; drop table unanswered; --\u0000${'ط'.repeat(5_000)}`, kind: 'unknown' });
    const [entry] = await list.list({ limit: 1, days: 1 });
    expect(entry?.text).toHaveLength(500);
    expect(entry?.text).not.toContain('\u0000');
  });
});

test('whoever sends nonsense by machine for a whole day leaves room in every hour of it', async () => {
  const database = await openDatabase({ file: ':memory:' });
  let now = Math.floor(Date.now() / DAY) * DAY;
  const list = createUnansweredList({ database, now: () => now });
  for (let hour = 0; hour < 24; hour += 1) {
    await list.record({ text: `سؤال ${hour}`, kind: 'unknown' });
    for (let i = 0; i < 90; i += 1) await list.record({ text: `هراء ${hour} ${i}`, kind: 'unknown' });
    now += HOUR;
  }
  now -= 1;
  const texts = (await list.list({ limit: 5_000, days: 1 })).map(({ text }) => text);
  expect(texts.filter((text) => text.startsWith('سؤال'))).toHaveLength(24);
  expect(texts.filter((text) => text.startsWith('هراء')).length).toBeLessThan(24 * 90);
  await database.close();
});
