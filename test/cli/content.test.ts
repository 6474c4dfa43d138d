import { readExport, statusOf, writeExport } from '../../src/program/content/content-files';
import { loadShipped } from '../helpers/load-shipped';
import { digestOf, itemIn, type ItemKey } from '../../src/knowledge/published/item';
import { createContentStore } from '../../src/storage/content/create-content-store';
import { describeEachDatabase } from '../helpers/databases';

const base = loadShipped();
const [topic] = base.topics;
const key = `topic:${topic?.id ?? ''}` as ItemKey;
const change = (of: ItemKey) => ({ key: of, value: itemIn(base, of), base: digestOf(itemIn(base, of)) });

describeEachDatabase((engine) => {
  it('what staff published goes out and comes into another installation', async () => {
    const store = createContentStore({ database: await engine.open() });
    await store.publish({
      by: 'سارة',
      approvedBy: '',
      changes: [change('clinic'), change(key)],
      questions: [],
      events: [],
    });
    const file = writeExport(await store.items());
    const changes = readExport(file, base);
    await store.publish({ by: 'content:import', approvedBy: '', changes, questions: [], events: [] });
    expect(writeExport(await store.items())).toBe(file);
    expect(statusOf({ latest: await store.latest(), items: await store.items(), drafts: 0, base })).toBe(
      `revision 2, 2 items published, 0 drafts\n  clinic  revision 2\n  ${key}  revision 2`,
    );
  });
});

it('an update that changed the same is told', () => {
  const items = [{ key: 'clinic', value: {}, base: 'another', revision: 1 }];
  expect(statusOf({ latest: 1, items, drafts: 2, base })).toContain('clinic  revision 1  changed in the files since');
});

describe('nothing of a file is published where', () => {
  const fileOf = (...items: object[]): string => JSON.stringify({ format: 'prp-content-1', items });
  it.each([
    ['it is no export', 'hello', 'The file is no export'],
    ['an item is of no kind', fileOf({ key: 'urgent', base: '', value: {} }), 'urgent: no such kind of item'],
    ['a value does not fit', fileOf({ key: 'clinic', base: '', value: { phone: 'x' } }), 'clinic: phone: '],
    [
      'a topic has no category here',
      fileOf({ key, base: '', value: { ...(itemIn(base, key) as object), category: 'none' } }),
      `${key}: no category none`,
    ],
  ])('%s', (_name, text, said) => {
    expect(() => readExport(text, base)).toThrow(said);
  });
});
