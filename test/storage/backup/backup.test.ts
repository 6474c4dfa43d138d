import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUp } from '../../../src/storage/backup/back-up';
import { deleteOldBackups, listBackups, nameBackup } from '../../../src/storage/backup/backup-files';
import { restore } from '../../../src/storage/backup/restore';
import { createConversationLog } from '../../../src/storage/chat-log/create-conversation-log';
import { createBotStateStorage } from '../../../src/storage/state/bot-state-storage';
import type { Database } from '../../../src/storage/engine/database';
import { openDatabase } from '../../../src/storage/engine/open-database';
import { loadSigningKey } from '../../../src/storage/chat-log/signing-key';
import { type PostgresServer, startPostgres } from '../../helpers/postgres';

jest.setTimeout(60_000);

const KINDS = ['SQLite', 'PostgreSQL'] as const;
type Kind = (typeof KINDS)[number];

let folder: string;
let postgres: PostgresServer;
const opened: Database[] = [];
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prp-backup-'));
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
  rmSync(folder, { recursive: true, force: true });
});

const createPlace = async (kind: Kind, name: string) =>
  kind === 'SQLite' ? { file: join(folder, name, 'assistant.db') } : { url: await postgres.createDatabase() };
const open = async (place: Parameters<typeof openDatabase>[0]): Promise<Database> => {
  const database = await openDatabase(place);
  opened.push(database);
  return database;
};

const say = (database: Database, text: string) =>
  createConversationLog({ database }).append('c1', {
    activity: { type: 'message', text, from: { role: 'user' } },
    key: text,
    needsTurn: true,
  });
const readTexts = async (database: Database) =>
  (await createConversationLog({ database }).readAfter('c1', 0, 1_000)).map(({ activity }) => activity['text']);

const fill = async (database: Database): Promise<void> => {
  await loadSigningKey(database);
  await createBotStateStorage({ database }).write({
    'directline/conversations/c1/users/u': { step: 'age', eTag: '*' },
  });
  await createConversationLog({ database }).create({ id: 'c1', userId: 'u' });
  for (let i = 0; i < 450; i += 1) await say(database, `رسالة ${i}`);
};

describe.each(KINDS.flatMap((from) => KINDS.map((to) => [from, to] as const)))('from %s to %s', (from, to) => {
  test('a backup made while somebody writes brings everything of one moment back, and the talk goes on', async () => {
    const source = await open(await createPlace(from, 'source'));
    await fill(source);
    const file = join(folder, 'backups', nameBackup(new Date()));
    const saying = say(source, 'أثناء النسخ');
    await backUp(source, { file, keys: true });
    await saying;
    const place = await createPlace(to, 'target');
    await restore(file, place);
    const target = await open(place);
    const texts = await readTexts(target);
    expect(texts.slice(0, 450)).toEqual(Array.from({ length: 450 }, (_, i) => `رسالة ${i}`));
    expect(texts.length).toBeLessThanOrEqual(451);
    expect(await loadSigningKey(target)).toEqual(await loadSigningKey(source));
    expect(
      await createBotStateStorage({ database: target }).read(['directline/conversations/c1/users/u']),
    ).toMatchObject({
      'directline/conversations/c1/users/u': { step: 'age' },
    });
    await say(target, 'بعد الاستعادة');
    expect((await readTexts(target)).at(-1)).toBe('بعد الاستعادة');
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(1);
  });
});

describe.each(KINDS)('into %s', (kind) => {
  test('a place that is not empty is refused, and stays as it was', async () => {
    const source = await open({ file: join(folder, 'source', 'assistant.db') });
    await fill(source);
    const file = join(folder, 'a.db.gz');
    await backUp(source, { file, keys: true });
    const place = await createPlace(kind, 'target');
    const target = await open(place);
    await createConversationLog({ database: target }).create({ id: 'other', userId: 'v' });
    await expect(restore(file, place)).rejects.toThrow('is in use');
    expect(await createConversationLog({ database: target }).find('other')).toBeDefined();
    expect(await createConversationLog({ database: target }).find('c1')).toBeUndefined();
  });
});

test.each([
  ['is missing', undefined, 'There is no file'],
  ['is no backup', 'hello', 'is no backup of this program'],
])('a file that %s is refused in words', async (_name, content, words) => {
  const file = join(folder, 'a.db.gz');
  if (content !== undefined) writeFileSync(file, content);
  await expect(restore(file, { file: join(folder, 'target', 'assistant.db') })).rejects.toThrow(words);
  expect(readdirSync(folder)).not.toContain('target');
});

test('a backup of a newer version is refused in words', async () => {
  const source = await open({ file: join(folder, 'source', 'assistant.db') });
  await source.query.updateTable('schema_version').set({ version: 999 }).execute();
  const file = join(folder, 'a.db.gz');
  await backUp(source, { file, keys: true });
  await expect(restore(file, { file: join(folder, 'target', 'assistant.db') })).rejects.toThrow('newer version');
});

test('without keys a backup holds neither the key that signs tokens nor sessions', async () => {
  const source = await open({ file: join(folder, 'source', 'assistant.db') });
  await fill(source);
  const file = join(folder, 'a.db.gz');
  await backUp(source, { file, keys: false });
  const place = { file: join(folder, 'target', 'assistant.db') };
  await restore(file, place);
  const target = await open(place);
  expect(await target.query.selectFrom('settings').selectAll().where('name', '=', 'signing-key').execute()).toEqual([]);
  expect(await loadSigningKey(target)).not.toEqual(await loadSigningKey(source));
});

test('the newest backups stay, and what is no backup is not touched', () => {
  const names = [1, 2, 3, 4].map((day) => nameBackup(new Date(Date.UTC(2026, 10, day))));
  for (const name of [...names, 'notes.txt']) writeFileSync(join(folder, name), '');
  expect(deleteOldBackups(folder, 2)).toEqual(names.slice(0, 2));
  expect(listBackups(folder)).toEqual(names.slice(2));
  expect(readdirSync(folder)).toContain('notes.txt');
});

test('what a killed backup left behind goes with a later one, what another is making stays', async () => {
  const backups = join(folder, 'backups');
  const twoDaysAgo = Date.now() / 1_000 - 172_800;
  for (const name of ['.backup-left', '.backup-now']) mkdirSync(join(backups, name), { recursive: true });
  writeFileSync(join(backups, '.backup-left', 'assistant.db'), 'words');
  utimesSync(join(backups, '.backup-left'), twoDaysAgo, twoDaysAgo);
  const source = await open({ file: join(folder, 'source', 'assistant.db') });
  await backUp(source, { file: join(backups, 'a.db.gz'), keys: true });
  expect(readdirSync(backups).sort()).toEqual(['.backup-now', 'a.db.gz']);
});
