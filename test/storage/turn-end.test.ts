import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Letter } from '../../src/bot/ports/letter';
import { createOutbox } from '../../src/storage/chat-log/create-outbox';
import type { Database } from '../../src/storage/engine/database';
import { openDatabase } from '../../src/storage/engine/open-database';
import { createBotStateStorage } from '../../src/storage/state/bot-state-storage';
import { personalKey } from '../../src/storage/state/state-keys';
import { createTurnGate } from '../../src/storage/turns/turn-gate';

const KEY = personalKey('msteams', 'c', 'u');
const letter: Letter = {
  activities: [{ type: 'message', text: 'answer', channelId: 'msteams', conversation: { id: 'c' } as never }],
};

/** One process with its file, as far as the turns of a channel go. */
const start = async () => {
  let statements = 0;
  const file = join(mkdtempSync(join(tmpdir(), 'turn-end-')), 'prp.sqlite');
  const database = await openDatabase({ file }, () => (statements += 1));
  const outbox = createOutbox({ database });
  const gate = createTurnGate({ database });
  const storage = createBotStateStorage({ database });
  /** Counts what was said in the state, and says something; `meanwhile` runs before the turn ends. */
  const say = (activity: string | undefined, meanwhile = (): Promise<unknown> => Promise.resolve()) =>
    gate.run(
      'msteams/c',
      activity,
      async () => {
        const { [KEY]: found } = (await storage.read([KEY])) as Record<string, { readonly n: number } | undefined>;
        await storage.write({ [KEY]: { eTag: '*', n: (found?.n ?? 0) + 1 } });
        outbox.keep('msteams/c', letter, (id) => outbox.close(id, letter, { kind: 'arrived', ids: [] }));
        await meanwhile();
      },
      KEY,
    );
  const close = async (): Promise<void> => {
    gate.close();
    outbox.stop();
    await database.close();
  };
  return { database, storage, say, close, counted: () => statements };
};

const kept = async (database: Database) => ({
  state: (await database.query.selectFrom('bot_state').select('value').execute()).map(({ value }) => value.trim()),
  letters: (await database.query.selectFrom('letters').select('id').execute()).length,
  handled: (await database.query.selectFrom('handled_activities').select('id').execute()).length,
});

describe('the end of a turn on SQLite', () => {
  let process: Awaited<ReturnType<typeof start>>;
  beforeEach(async () => {
    process = await start();
  });
  afterEach(() => process.close());

  it('takes one statement: with beginning and a letter that arrived three in all', async () => {
    await process.say('first');
    const before = process.counted();
    expect(await process.say('second')).toBe('done');
    expect(process.counted() - before).toBe(3);
    expect(await kept(process.database)).toEqual({ state: ['{"n":2}'], letters: 0, handled: 2 });
  });

  it.each([
    ['a message that was handled', 'first'],
    ['one without an id is another one', undefined],
  ])('%s is told from a new one', async (_name, activity) => {
    await process.say('first');
    expect(await process.say(activity)).toBe(activity === undefined ? 'done' : 'repeated');
    const turns = activity === undefined ? 2 : 1;
    expect(await kept(process.database)).toEqual({ state: [`{"n":${turns}}`], letters: 0, handled: 1 });
  });

  it('that finds another state than was read writes nothing, and the turn is run again on that', async () => {
    await process.say('first');
    let runs = 0;
    const outcome = await process.say('second', async () => {
      runs += 1;
      const changed = { etag: 'other', value: '{"n":40}' };
      if (runs === 1) await process.database.query.updateTable('bot_state').set(changed).execute();
      else expect((await kept(process.database)).handled).toBe(1);
    });
    expect(outcome).toBe('done');
    expect(runs).toBe(2);
    expect(await kept(process.database)).toEqual({ state: ['{"n":41}'], letters: 0, handled: 2 });
  });

  it('that finds a state where none was writes nothing, and the turn is run again on that', async () => {
    let runs = 0;
    await process.say('first', async () => {
      runs += 1;
      const row = { key: KEY, value: '{"n":7}', etag: 'other', answers: 0, expires_at: Date.now() + 60_000 };
      if (runs === 1) await process.database.query.insertInto('bot_state').values(row).execute();
    });
    expect(await kept(process.database)).toEqual({ state: ['{"n":8}'], letters: 0, handled: 1 });
  });

  it('takes the place of a state that has expired', async () => {
    await process.say('first');
    await process.database.query.updateTable('bot_state').set({ expires_at: 1 }).execute();
    await process.say('second');
    expect((await kept(process.database)).state).toEqual(['{"n":1}']);
  });
});
