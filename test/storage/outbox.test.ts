import type { Letter } from '../../src/bot/ports/letter';
import { createOutbox, type StoredOutbox } from '../../src/storage/chat-log/create-outbox';
import type { Database } from '../../src/storage/engine/database';
import { StorageUnavailableError } from '../../src/bot/ports/storage-unavailable-error';
import { createTurnGate } from '../../src/storage/turns/turn-gate';
import { describeEachDatabase } from '../helpers/databases';

const MINUTE = 60_000;
const letterOf = (text: string): Letter => ({
  activities: [{ type: 'message', text, channelId: 'msteams', conversation: { id: 'c' } as never }],
});

describeEachDatabase((engine) => {
  let at = Date.now();
  const open: (() => void)[] = [];
  afterEach(() => open.splice(0).forEach((end) => end()));

  /** An instance of the program, as far as its outbox goes. */
  const start = async (): Promise<{ readonly database: Database; readonly outbox: StoredOutbox }> => {
    const database = await engine.open();
    const outbox = createOutbox({ database, now: () => at });
    open.push(outbox.stop);
    return { database, outbox };
  };
  /** Says something in a turn; what is said is never known to have arrived. */
  const sayAndVanish = async ({ database, outbox }: Awaited<ReturnType<typeof start>>, text: string): Promise<void> => {
    const gate = createTurnGate({ database });
    const keep = (): Promise<void> => {
      expect(outbox.keep('msteams/c', letterOf(text), () => Promise.resolve())).toBe(true);
      return Promise.resolve();
    };
    expect(await gate.run('c', text, keep)).toBe('done');
    gate.close();
  };
  const endLeases = (database: Database) => database.query.updateTable('letters').set({ claim_until: 0 }).execute();
  /** Those that go on: on SQLite the program that starts next, alone. */
  const startOthers = async () => (engine.kind === 'postgres' ? [await start(), await start()] : [await start()]);
  const textsOf = (letters: readonly Letter[]) => letters.map(({ activities }) => activities[0]?.text);

  test('what an instance left is taken over once, in order, by one of those that go on', async () => {
    const first = await start();
    for (const text of ['one', 'two']) {
      await sayAndVanish(first, text);
      at += 1;
    }
    const others = await startOthers();
    if (engine.kind === 'postgres') {
      // The first may live: nobody takes anything from it before its lease is over.
      for (const { outbox } of others) expect((await outbox.takeLeft()).left).toEqual([]);
      await endLeases(first.database);
    }
    const taken = await Promise.all(others.map(({ outbox }) => outbox.takeLeft()));
    expect(textsOf(taken.flatMap(({ left }) => left.map(({ letter }) => letter)))).toEqual(['one', 'two']);
    expect(taken.flatMap(({ late }) => late)).toEqual([]);
  });

  test('that a letter has arrived is written down though the database cannot serve at first', async () => {
    const { database } = await start();
    let refusals = 3;
    const query = new Proxy(database.query, {
      get(target, name) {
        if (name === 'deleteFrom' && (refusals -= 1) >= 0)
          throw new StorageUnavailableError('unreachable', 'ECONNRESET');
        const member: unknown = Reflect.get(target, name);
        return typeof member === 'function' ? (member.bind(target) as unknown) : member;
      },
    });
    const outbox = createOutbox({ database: { ...database, query } });
    open.push(outbox.stop);
    const gate = createTurnGate({ database });
    const letter = letterOf('heard once');
    await gate.run('c', 'a', () => {
      outbox.keep('msteams/c', letter, (id) => outbox.close(id, letter, { kind: 'arrived', ids: [] }));
      return Promise.resolve();
    });
    gate.close();
    expect(refusals).toBeLessThan(0);
    expect(await database.query.selectFrom('letters').selectAll().execute()).toEqual([]);
  });

  test('what nobody took over in time is told once, and no word of it stays', async () => {
    const first = await start();
    await sayAndVanish(first, 'too late for anybody');
    const others = await startOthers();
    await endLeases(first.database);
    at += 11 * MINUTE;
    const taken = await Promise.all(others.map(({ outbox }) => outbox.takeLeft()));
    expect(taken.flatMap(({ left }) => left)).toEqual([]);
    expect(textsOf(taken.flatMap(({ late }) => late))).toEqual(['too late for anybody']);
    expect(await engine.everything()).not.toContain('too late for anybody');
  });
});
