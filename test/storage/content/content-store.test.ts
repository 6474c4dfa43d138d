import { randomBytes } from 'node:crypto';
import { createContentStore } from '../../../src/storage/content/create-content-store';
import { createLearntModels } from '../../../src/storage/content/learnt-models';
import { createUnansweredList } from '../../../src/storage/lists/unanswered-list';
import { describeEachDatabase } from '../../helpers/databases';

const change = (value: unknown, stamp?: string) => ({ key: 'clinic', value, base: 'base', stamp });
const publication = { by: 'سارة', approvedBy: 'د. هدى', questions: [] };

describeEachDatabase((engine) => {
  test('what was published last of an item is live; every version is kept', async () => {
    const store = createContentStore({ database: await engine.open() });
    await store.publish({ ...publication, changes: [change({ name: 'أولى' })] });
    const last = await store.publish({ ...publication, changes: [change({ name: 'ثانية' })] });
    expect(await store.latest()).toBe(last);
    expect((await store.items()).map(({ value }) => value)).toEqual([{ name: 'ثانية' }]);
    expect((await store.history('clinic')).map(({ value }) => value)).toEqual([{ name: 'ثانية' }, { name: 'أولى' }]);
  });

  test('an item taken back to the files is not among those published', async () => {
    const store = createContentStore({ database: await engine.open() });
    await store.publish({ ...publication, changes: [change({ name: 'أولى' })] });
    await store.publish({ ...publication, changes: [change(null)] });
    expect(await store.items()).toEqual([]);
  });

  test('of two who save over the same draft the first wins and the other is told', async () => {
    const store = createContentStore({ database: await engine.open() });
    const draft = { key: 'clinic', value: 1, by: 'سارة', waiting: false, questions: [] };
    const stamp = await store.saveDraft(draft, undefined);
    expect(await store.saveDraft({ ...draft, value: 2 }, undefined)).toBeUndefined();
    expect(await store.saveDraft({ ...draft, value: 3 }, stamp)).toEqual(expect.any(String));
    expect(await store.saveDraft({ ...draft, value: 4 }, stamp)).toBeUndefined();
    expect((await store.findDraft('clinic'))?.value).toBe(3);
  });

  test('a publication from a draft that changed meanwhile changes nothing', async () => {
    const store = createContentStore({ database: await engine.open() });
    const draft = { key: 'clinic', value: 1, by: 'سارة', waiting: false, questions: [] };
    await store.saveDraft(draft, undefined);
    expect(await store.publish({ ...publication, changes: [change(1, 'another')] })).toBeUndefined();
    expect([await store.latest(), (await store.drafts()).length]).toEqual([0, 1]);
  });

  test('the questions a publication answers are deleted with it', async () => {
    const database = await engine.open();
    const list = createUnansweredList({ database });
    await list.record({ text: 'وين المواقف', kind: 'unknown' });
    await createContentStore({ database }).publish({
      ...publication,
      changes: [change({ name: 'عيادة' })],
      questions: ['وين المواقف'],
    });
    expect(await list.list({ limit: 9, days: 30 })).toEqual([]);
  });

  test('what one instance learnt is there for another, whole, until something newer has been there for a while', async () => {
    const [one, other] = [await engine.open(), await engine.open()];
    const [first, second] = [randomBytes(700_000), randomBytes(10)];
    const models = createLearntModels({ database: other });
    const isThere = async (bytes: Buffer, key: string) => bytes.equals((await models.find(key)) ?? Buffer.alloc(0));
    await createLearntModels({ database: one }).keep('first', first);
    expect([await isThere(first, 'first'), await models.find('second')]).toEqual([true, undefined]);
    await models.keep('second', second);
    expect([await isThere(first, 'first'), await isThere(second, 'second')]).toEqual([true, true]);
    await one.query.updateTable('learnt_models').set({ at: 0 }).where('model', '=', 'first').execute();
    await models.keep('third', second);
    expect(await models.find('first')).toBeUndefined();
  });
});
