import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Database } from '../../src/storage/engine/database';
import { type DatabasePlace, openDatabase } from '../../src/storage/engine/open-database';
import { type PostgresServer, startPostgres } from './postgres';

/** One of the engines, with a place for data that is new for each test. */
export interface Engine {
  readonly kind: Database['kind'];
  /** Where the data of this test lies. Asked for before anything is opened: where there is nothing yet. */
  place(): Promise<DatabasePlace>;
  /** Opens it; a second call opens a second instance over the same data. Closed after the test. */
  open(): Promise<Database>;
  /** Everything stored, as bytes: the files of SQLite, the rows of PostgreSQL. */
  everything(): Promise<string>;
}

const readFiles = (folder: string): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');

const readTables = async (database: Database): Promise<string> => {
  const tables = [
    'settings',
    'bot_state',
    'handled_activities',
    'turns',
    'conversations',
    'activities',
    'unanswered',
    'unanswered_askers',
    'talks',
    'talk_messages',
    'callbacks',
    'letters',
  ];
  const rows = await Promise.all(
    tables.map((table) =>
      database.query
        .selectFrom(table as 'bot_state')
        .selectAll()
        .execute(),
    ),
  );
  return JSON.stringify(rows);
};

const createSqliteEngine = (): Engine & { clear(): Promise<void> } => {
  let folder: string | undefined;
  let opened: Database[] = [];
  const place = (): Promise<DatabasePlace & { readonly file: string }> => {
    folder ??= mkdtempSync(join(tmpdir(), 'prp-sqlite-'));
    return Promise.resolve({ file: join(folder, 'data', 'prp.db') });
  };
  return {
    kind: 'sqlite',
    place,
    open: async () => {
      const database = await openDatabase(await place());
      opened.push(database);
      return database;
    },
    everything: async () => readFiles(join((await place()).file, '..')),
    clear: async () => {
      await Promise.all(opened.map((database) => database.close()));
      opened = [];
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
      folder = undefined;
    },
  };
};

/** An empty database with its tables: making them takes most of an opening, so that it is done once and copied. */
const createTemplate = async (server: PostgresServer): Promise<string> => {
  const url = await server.createDatabase();
  await (await openDatabase({ url })).close();
  return new URL(url).pathname.slice(1);
};

const createPostgresEngine = (server: () => PostgresServer): Engine & { clear(): Promise<void> } => {
  let template: Promise<string> | undefined;
  let url: Promise<string> | undefined;
  let opened: Database[] = [];
  const place = async (): Promise<DatabasePlace> => ({ url: await (url ??= server().createDatabase()) });
  const copyTemplate = async (): Promise<string> =>
    server().createDatabase(`template ${await (template ??= createTemplate(server()))}`);
  const open = async (): Promise<Database> => {
    const database = await openDatabase({ url: await (url ??= copyTemplate()) });
    opened.push(database);
    return database;
  };
  return {
    kind: 'postgres',
    place,
    open,
    everything: async () => readTables(await open()),
    clear: async () => {
      await Promise.all(opened.map((database) => database.close()));
      opened = [];
      url = undefined;
    },
  };
};

/** Runs the same suite against SQLite and against a real PostgreSQL server. */
export const describeEachDatabase = (suite: (engine: Engine) => void): void => {
  describe('on SQLite', () => {
    const engine = createSqliteEngine();
    afterEach(() => engine.clear());
    suite(engine);
  });
  describe('on PostgreSQL', () => {
    let server: PostgresServer | undefined;
    beforeAll(async () => {
      server = await startPostgres();
    }, 60_000);
    afterAll(() => server?.stop());
    const engine = createPostgresEngine(() => server!);
    afterEach(() => engine.clear());
    suite(engine);
  });
};
