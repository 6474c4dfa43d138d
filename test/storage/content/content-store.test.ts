import { randomBytes } from 'node:crypto';
import { createContentStore } from '../../../src/storage/content/create-content-store';
import { createLearntModels } from '../../../src/storage/content/learnt-models';
import { createUnansweredList } from '../../../src/storage/lists/unanswered-list';
import { createStaffStore } from '../../../src/storage/staff/create-staff-store';
import { describeEachDatabase } from '../../helpers/databases';

const change = (value: unknown, stamp?: string) => ({ key: 'clinic', value, base: 'base', stamp });
const publication = { by: 'سارة', approvedBy: 'د. هدى', questions: [], events: [] };

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

  test('who changed what is kept with what is published, and not at all where nothing is', async () => {
    const database = await engine.open();
    const store = createContentStore({ database });
    const events = [{ kind: 'published', who: 'سارة', values: { item: 'clinic' } }] as const;
    await store.publish({ ...publication, events, changes: [change({ name: 'أولى' })] });
    expect(await store.publish({ ...publication, events, changes: [change(1, 'another')] })).toBeUndefined();
    const kept = await createStaffStore({ database }).auditList({ limit: 9 });
    expect(kept.map(({ kind, values }) => [kind, values])).toEqual([['published', { item: 'clinic' }]]);
    await database.query.schema.dropTable('staff_audit').execute();
    await expect(store.publish({ ...publication, events, changes: [change({ name: 'ثانية' })] })).rejects.toThrow();
    expect((await store.items()).map(({ value }) => value)).toEqual([{ name: 'أولى' }]);
  });

  test('of two instances that publish over the same one wins, and the other is told', async () => {
    const [one, other] = [await engine.open(), await engine.open()].map((database) => createContentStore({ database }));
    const over = (value: unknown, revision: number) => ({
      ...publication,
      changes: [{ ...change(value), over: revision }],
    });
    const first = await Promise.all([one?.publish(over('a', 0)), other?.publish(over('b', 0))]);
    expect(first.filter((number) => number === undefined)).toHaveLength(1);
    const live = first.find((number) => number !== undefined) ?? 0;
    expect(await other?.publish(over('c', live))).toBeGreaterThan(live);
    expect(await one?.publish(over('d', live))).toBeUndefined();
  });

  test('whoever reads the last number of many publications at once misses none of them', async () => {
    const stores = [await engine.open(), await engine.open()].map((database) => createContentStore({ database }));
    let latest = 0;
    const seen: number[] = [];
    await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const number = await stores[index % 2]?.publish({ ...publication, changes: [change(index)] });
        // Somebody who had seen a later number before this one was there would never look for it.
        if ((number ?? 0) < latest) seen.push(number ?? 0);
        latest = Math.max(latest, number ?? 0);
      }),
    );
    expect((await stores[0]?.history('clinic'))?.map(({ number }) => number)).toHaveLength(20);
    expect(seen).toEqual([]);
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
