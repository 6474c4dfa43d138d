import { sql } from 'kysely';
import { createBotStateStorage } from '../../src/storage/state/bot-state-storage';
import { describeEachDatabase } from '../helpers/databases';
import { buildChild } from './child';
import { failure, MARKER, openingFails } from './failing';

describeEachDatabase((engine) => {
  test('several processes that start at once all find the same schema', async () => {
    const child = buildChild('opener.ts');
    const place = JSON.stringify(await engine.place());
    const lines = await Promise.all(
      ['a', 'b', 'c', 'd'].map(async (key) => {
        const process = child.start(place, key);
        return Promise.race([process.says('opened'), process.says('failed')]);
      }),
    );
    child.clear();
    expect(lines).toEqual(['opened', 'opened', 'opened', 'opened']);
    const storage = createBotStateStorage({ database: await engine.open() });
    expect(Object.keys(await storage.read(['a', 'b', 'c', 'd']))).toHaveLength(4);
  }, 60_000);

  test('many instances of one process open at once', async () => {
    await engine.place();
    const databases = await Promise.all(Array.from({ length: 6 }, () => engine.open()));
    await Promise.all(databases.map((database) => database.ping()));
  });

  test('a schema of a newer version is refused, and not touched', async () => {
    const database = await engine.open();
    await database.query.updateTable('schema_version').set({ version: 99 }).execute();
    expect(await openingFails(await engine.place())).toContain('newer version of this program');
  });

  test('a failed transaction leaves nothing half written', async () => {
    const database = await engine.open();
    const storage = createBotStateStorage({ database });
    const broken = database.write(async (write) => {
      await write.insertInto('settings').values({ name: 'half', value: MARKER }).execute();
      await sql`select ${MARKER} from no_such_table`.execute(write);
    });
    expect((await failure(broken)).fault).toBe('unexpected');
    expect(await engine.everything()).not.toContain(MARKER);
    await storage.write({ a: { eTag: '*' } });
  });
});
