import { sql } from 'kysely';
import { createBotStateStorage } from '../../src/storage/state/bot-state-storage';
import { createConversationLog } from '../../src/storage/chat-log/create-conversation-log';
import { openDatabase } from '../../src/storage/engine/open-database';
import { TextRefusedError } from '../../src/storage/engine/text-refused-error';
import { createTurnGate } from '../../src/storage/turns/turn-gate';
import { type PostgresServer, startPostgres } from '../helpers/postgres';
import { failure, MARKER, openingFails } from './failing';

describe('a PostgreSQL server', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());

  test.each([
    ['a URL that cannot be read', () => 'postgres://[', 'DATABASE_URL cannot be read'],
    ['a closed port', () => 'postgres://u:s3cret@127.0.0.1:1/db', '127.0.0.1:1 cannot be reached: nothing answers'],
    ['an unknown database', () => `postgres://postgres:s3cret@127.0.0.1:${server.port}/none`, 'no database "none"'],
    [
      'a wrong password',
      () => `postgres://guarded:s3cret@127.0.0.1:${server.port}/postgres`,
      'refuses the user "guarded": wrong user, wrong password',
    ],
  ])('%s is told in words, without the password', async (_name, url, words) => {
    const message = await openingFails({ url: url() });
    expect(message).toContain(words);
    expect(message).not.toContain('s3cret');
  });

  test('a user who may not make tables is told in words', async () => {
    const url = await server.createDatabase();
    const database = await openDatabase({ url });
    await sql`create role reader login`.execute(database.query);
    await database.query.schema.dropTable('schema_version').execute();
    expect(await openingFails({ url: url.replace('postgres@', 'reader@') })).toContain('may not make tables');
    await database.close();
  });

  test.each(['LATIN1', 'SQL_ASCII', 'ISO_8859_6'])(
    'a database in %s, which has not every letter, is named before anything is made in it',
    async (encoding) => {
      const url = await server.createDatabase(`encoding '${encoding}' template template0 lc_collate 'C' lc_ctype 'C'`);
      expect(await openingFails({ url })).toMatch(new RegExp(`in the encoding ${encoding}[^]*--encoding=UTF8`));
    },
  );

  test('a sign no database keeps is no outage of the database', async () => {
    const database = await openDatabase({ url: await server.createDatabase() });
    const text = sql`select ${'a\u0000b'}::text`.execute(database.query).catch((error: unknown) => error);
    expect(await text).toEqual(new TextRefusedError('22021'));
    const letter = sql`select convert_to(${MARKER + '\u0645'}, 'LATIN1')`.execute(database.query);
    expect(await letter.catch((error: unknown) => error)).toEqual(new TextRefusedError('22P05'));
    await database.ping();
    await database.close();
  });

  test('that turns read-only refuses a turn as a whole', async () => {
    const database = await openDatabase({ url: await server.createDatabase() });
    const gate = createTurnGate({ database });
    const broken = gate.run('c', '1', () => {
      const storage = createBotStateStorage({ database });
      return storage
        .write({ a: { eTag: '*', text: MARKER } })
        .then(() => sql`alter role postgres set default_transaction_read_only = on`.execute(database.query))
        .then(() =>
          sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()`.execute(
            database.query,
          ),
        )
        .then(() => sql`set default_transaction_read_only = on`.execute(database.query))
        .then(() => undefined);
    });
    expect((await failure(broken)).fault).toBe('read-only');
    await sql`set default_transaction_read_only = off`.execute(database.query);
    await sql`alter role postgres reset default_transaction_read_only`.execute(database.query);
    gate.close();
    await database.close();
  });

  test('that goes away fails what is under way, and all goes on when it is back', async () => {
    const url = await server.createDatabase();
    const [here, there] = [await openDatabase({ url }), await openDatabase({ url })];
    const storage = createBotStateStorage({ database: here });
    const gate = createTurnGate({ database: here });
    const [log, otherLog] = [createConversationLog({ database: here }), createConversationLog({ database: there })];
    await log.create({ id: 'c', userId: 'u' });
    const heard: string[] = [];
    let wake = (): void => undefined;
    otherLog.subscribe('c', () => {
      heard.push('news');
      wake();
    });
    const next = () => new Promise<void>((resolve) => (wake = resolve));
    await next();

    const turn = gate.run('c', '1', async () => {
      await storage.write({ a: { eTag: '*', text: MARKER } });
      await server.crash();
    });
    expect((await failure(turn)).fault).toBe('unreachable');
    expect((await failure(here.ping())).fault).toBe('unreachable');
    const back = next();
    await server.start();
    await back;
    expect(await storage.read(['a'])).toEqual({});
    expect(await gate.run('c', '1', () => storage.write({ a: { eTag: '*', n: 1 } }))).toBe('done');
    const news = next();
    await log.append('c', { activity: { type: 'message' }, key: '1', needsTurn: false });
    await news;
    gate.close();
    log.close();
    otherLog.close();
    await Promise.all([here.close(), there.close()]);
  }, 60_000);
});
