import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { DatabaseSync } from '@photostructure/sqlite';
import { createBotStateStorage } from '../../src/storage/state/bot-state-storage';
import { createConversationLog } from '../../src/storage/chat-log/create-conversation-log';
import { openDatabase } from '../../src/storage/engine/open-database';
import type { StorageUnavailableError } from '../../src/bot/ports/storage-unavailable-error';
import { createTurnGate } from '../../src/storage/turns/turn-gate';
import { createUnansweredList } from '../../src/storage/lists/unanswered-list';
import { buildChild } from './child';
import { failure, MARKER, openingFails } from './failing';

describe('a SQLite file', () => {
  let folder = '';
  let file = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'prp-open-'));
    file = join(folder, 'prp.db');
    chmodSync(folder, 0o755);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** As root no permission is ever refused. */
  const asNobody = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (process.getuid?.() !== 0) return work();
    process.seteuid!(65_534);
    try {
      return await work();
    } finally {
      process.seteuid!(0);
    }
  };

  test('health fails where a message has no room, though a page still fits', async () => {
    const database = await openDatabase({ file });
    const { rows } = await sql<{ readonly page_count: number }>`pragma page_count`.execute(database.query);
    await sql`pragma max_page_count = ${sql.lit((rows[0]?.page_count ?? 0) + 8)}`.execute(database.query);
    await expect(database.ping()).rejects.toMatchObject({ fault: 'full' });
    await sql`pragma max_page_count = 100000`.execute(database.query);
    // One answer stands for a second.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await database.ping();
    expect(await database.query.selectFrom('settings').selectAll().where('name', 'like', 'probe%').execute()).toEqual(
      [],
    );
    await database.close();
  });

  test('is made with its folder, for the owner only', async () => {
    const database = await openDatabase({ file: join(folder, 'deep', 'data', 'prp.db') });
    await createBotStateStorage({ database }).write({ a: { eTag: '*' } });
    for (const name of ['prp.db', 'prp.db-wal']) {
      expect(statSync(join(folder, 'deep', 'data', name)).mode & 0o077).toBe(0);
    }
    await database.close();
  });

  test('a database in memory works and leaves no file', async () => {
    const database = await openDatabase({ file: ':memory:' });
    const storage = createBotStateStorage({ database });
    await storage.write({ a: { eTag: '*', n: 1 } });
    expect(await storage.read(['a'])).toMatchObject({ a: { n: 1 } });
    await database.eraseTraces();
    await database.ping();
    await database.close();
    expect(existsSync(':memory:')).toBe(false);
  });

  test('that is no database is named, and not touched', async () => {
    writeFileSync(file, 'a letter to the clinic '.repeat(400));
    expect(await openingFails({ file })).toMatch(/prp\.db is damaged, or is no database\. Restore it from a backup/);
    expect(statSync(file).size).toBe(9_200);
  });

  test('that is damaged inside is refused at start', async () => {
    const database = await openDatabase({ file });
    const storage = createBotStateStorage({ database });
    for (let n = 0; n < 300; n += 1) await storage.write({ [`k${n}`]: { eTag: '*', text: 'x'.repeat(2_000) } });
    await database.eraseTraces();
    await database.close();
    const opened = openSync(file, 'r+');
    for (let at = 20_480; at < 200_000; at += 10_240) writeSync(opened, Buffer.alloc(1_024, 0xa5), 0, 1_024, at);
    closeSync(opened);
    expect(await openingFails({ file })).toContain('is damaged');
  });

  test.each([
    ['a folder without permission', () => chmodSync(folder, 0o555), 'prp.db', 'no permission there'],
    ['a folder below a file', () => writeFileSync(join(folder, 'x'), ''), 'x/prp.db', 'is a file, not a folder'],
    ['a folder in its place', () => mkdirSync(join(folder, 'prp.db')), 'prp.db', 'it is a folder, not a file'],
  ])('%s is told in words', async (_name, prepare, name, words) => {
    prepare();
    expect(await asNobody(() => openingFails({ file: join(folder, name) }))).toContain(words);
  });

  test('that may not be written is told in words', async () => {
    await (await openDatabase({ file })).close();
    chmodSync(file, 0o444);
    expect(await asNobody(() => openingFails({ file }))).toContain('no permission there');
  });

  test('that another program locks is told in words', async () => {
    await (await openDatabase({ file })).close();
    const other = new DatabaseSync(file);
    other.exec('begin exclusive');
    expect(await openingFails({ file })).toContain('is locked by another program');
    other.exec('rollback');
    other.close();
  });

  test('that is locked for a moment makes a write wait, not fail, and other work goes on', async () => {
    const database = await openDatabase({ file });
    const other = new DatabaseSync(file);
    other.exec('begin immediate');
    const write = createBotStateStorage({ database }).write({ a: { eTag: '*' } });
    await new Promise((resolve) => setTimeout(resolve, 300));
    other.exec('rollback');
    await write;
    other.close();
    await database.close();
  });

  test('that was locked for longer than anybody waits can be written again at once, in and outside a transaction', async () => {
    const database = await openDatabase({ file });
    const storage = createBotStateStorage({ database });
    const list = createUnansweredList({ database });
    const other = new DatabaseSync(file);
    other.exec('begin immediate');
    const waiting = Array.from({ length: 12 }, (_, n) =>
      n % 2 === 0 ? storage.write({ [`k${n}`]: { eTag: '*' } }) : list.record({ text: `سؤال ${n}`, kind: 'unknown' }),
    );
    // All give up together: the last does not wait for the patience of those before.
    const faults = await Promise.all(waiting.map(async (write) => (await failure(write)).fault));
    expect(faults).toEqual(waiting.map(() => 'busy'));
    expect((await failure(database.ping())).fault).toBe('busy');
    other.exec('rollback');
    await database.ping();
    await list.record({ text: 'سؤال', kind: 'unknown' });
    await storage.write({ a: { eTag: '*' } });
    other.close();
    await database.close();
  });

  test('that is copied after a clean stop has everything in it', async () => {
    const database = await openDatabase({ file });
    await createBotStateStorage({ database }).write({ a: { eTag: '*', n: 1 } });
    await database.close();
    copyFileSync(file, join(folder, 'copy.db'));
    const copy = await openDatabase({ file: join(folder, 'copy.db') });
    expect(await createBotStateStorage({ database: copy }).read(['a'])).toMatchObject({ a: { n: 1 } });
    await copy.close();
  });

  test.each([
    ['at the beginning of pages', 0],
    ['in the middle of a text', 500],
  ])('that is damaged %s while the program runs is an error in words', async (_name, offset) => {
    const database = await openDatabase({ file });
    const storage = createBotStateStorage({ database });
    const keys = Array.from({ length: 200 }, (_, n) => `k${n}`);
    for (const key of keys) await storage.write({ [key]: { eTag: '*', text: 'ب'.repeat(1_000) } });
    await database.eraseTraces();
    await sql`pragma shrink_memory`.execute(database.query);
    const opened = openSync(file, 'r+');
    for (let at = 20_480; at < 400_000; at += 2_048) writeSync(opened, Buffer.alloc(300, 0xa5), 0, 300, at + offset);
    closeSync(opened);
    const read = await Promise.allSettled(keys.map((key) => storage.read([key])));
    const faults = read.flatMap((one) => (one.status === 'rejected' ? [one.reason as StorageUnavailableError] : []));
    if (offset === 0) expect(faults.length).toBeGreaterThan(0);
    for (const fault of faults) expect(fault).toMatchObject({ fault: 'corrupt' });
    await database.close();
  });

  test('that is full refuses a turn as a whole, and serves again when there is room', async () => {
    const database = await openDatabase({ file });
    const storage = createBotStateStorage({ database });
    const log = createConversationLog({ database });
    const gate = createTurnGate({ database });
    await log.create({ id: 'c', userId: 'u' });
    await storage.write({ a: { eTag: '*', n: 0 } });
    const allow = (pages: number) => sql`pragma max_page_count = ${sql.lit(pages)}`.execute(database.query);
    await allow(1);
    const turn = async (): Promise<void> => {
      await storage.write({ a: { eTag: '*', n: 1 } });
      const text = MARKER.repeat(50_000);
      await log.append('c', { activity: { type: 'message', text }, key: '1', needsTurn: false });
    };
    expect((await failure(gate.run('c', '1', turn))).fault).toBe('full');
    expect(await storage.read(['a'])).toMatchObject({ a: { n: 0 } });
    expect(await log.readAfter('c', 0, 10)).toEqual([]);
    await allow(100_000);
    expect(await gate.run('c', '1', turn)).toBe('done');
    expect(await storage.read(['a'])).toMatchObject({ a: { n: 1 } });
    gate.close();
    log.close();
    await database.close();
  });

  test('that was deleted under the program shows in its health', async () => {
    const database = await openDatabase({ file });
    await database.ping();
    rmSync(file);
    expect((await failure(database.ping())).fault).toBe('unreachable');
    await database.close();
  });

  test('survives SIGKILL with everything that was stored', async () => {
    const child = buildChild('opener.ts');
    const opener = child.start(JSON.stringify({ file }), 'kept');
    await opener.says('opened');
    await opener.kill();
    child.clear();
    const database = await openDatabase({ file });
    expect(Object.keys(await createBotStateStorage({ database }).read(['kept']))).toEqual(['kept']);
    await database.close();
  }, 60_000);
});
