import { ConversationState, MemoryStorage, PrivateConversationState, TestAdapter, UserState } from 'botbuilder';

import { createBotStateStorage } from '../../src/storage/state/bot-state-storage';
import { StateConflictError } from '../../src/bot/ports/state-conflict-error';
import { createTurnGate } from '../../src/storage/turns/turn-gate';
import { createTurnOrder } from '../../src/storage/turns/turn-order';
import { describeEachDatabase } from '../helpers/databases';

const MARKER = 'مميع-الدم-7f3a91';
const CHECK = 'directline/conversations/c1/users/u1/';
const running = (text: string) => ({
  eTag: '*',
  session: { topic: 'pain', note: null },
  eligibility: { dialogStack: [{ id: 'eligibility', state: { text } }] },
});
const ended = { eTag: '*', session: { topic: 'pain', note: null }, eligibility: { dialogStack: [] } };

describeEachDatabase((engine) => {
  test('what is written is read again, by another instance too', async () => {
    const here = createBotStateStorage({ database: await engine.open() });
    const there = createBotStateStorage({ database: await engine.open() });
    await here.write({ a: { eTag: '*', name: 'منى', list: [1, { deep: null }], nul: 'x\u0000y' }, b: { eTag: '*' } });
    const items = await there.read(['a', 'b', 'missing']);
    expect(items).toEqual({
      a: { eTag: expect.any(String), name: 'منى', list: [1, { deep: null }], nul: 'x\u0000y' },
      b: { eTag: expect.any(String) },
    });
    expect(await here.read([])).toEqual({});
  });

  test('a deleted value is gone, and deleting what is not there does nothing', async () => {
    const storage = createBotStateStorage({ database: await engine.open() });
    await storage.write({ a: { eTag: '*', n: 1 } });
    await storage.delete(['a', 'missing']);
    expect(await storage.read(['a'])).toEqual({});
  });

  test.each([
    ['the eTag that was read', (eTag: string) => ({ eTag, n: 2 }), 2],
    ['a star', () => ({ eTag: '*', n: 2 }), 2],
    ['no eTag', () => ({ n: 2 }), 2],
  ])('a write with %s is taken', async (_name, item, n) => {
    const storage = createBotStateStorage({ database: await engine.open() });
    await storage.write({ a: { eTag: '*', n: 1 } });
    const { a } = await storage.read(['a']);
    await storage.write({ a: item((a as { eTag: string }).eTag) });
    expect(await storage.read(['a'])).toMatchObject({ a: { n } });
  });

  test('a write with the eTag of an earlier version is refused, with everything written along', async () => {
    const storage = createBotStateStorage({ database: await engine.open() });
    await storage.write({ z: { eTag: '*', n: 1 } });
    const { z } = await storage.read(['z']);
    await storage.write({ z: { eTag: '*', n: 2 } });
    const late = storage.write({ a: { eTag: '*', n: 9 }, z: { ...(z as object), n: 3 } });
    await expect(late).rejects.toThrow(StateConflictError);
    expect(await storage.read(['a', 'z'])).toMatchObject({ z: { n: 2 } });
    expect(await storage.read(['a'])).toEqual({});
  });

  test('a write with an eTag is refused when the value was deleted meanwhile', async () => {
    const storage = createBotStateStorage({ database: await engine.open() });
    await storage.write({ a: { eTag: '*', n: 1 } });
    const { a } = await storage.read(['a']);
    await storage.delete(['a']);
    await expect(storage.write({ a })).rejects.toThrow(StateConflictError);
  });

  test('of many writers with the same eTag one is taken', async () => {
    const instances = await Promise.all([engine.open(), engine.open()]);
    const storages = instances.map((database) => createBotStateStorage({ database }));
    await storages[0]!.write({ a: { eTag: '*', n: 0 } });
    const { a } = await storages[0]!.read(['a']);
    const writes = Array.from({ length: 20 }, (_, n) => storages[n % 2]!.write({ a: { ...(a as object), n } }));
    const results = await Promise.allSettled(writes);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('two turns of one person in two conversations lose no update of what both change', async () => {
    const databases = await Promise.all([engine.open(), engine.open()]);
    const gates = databases.map((database) => createTurnGate({ database }));
    const storages = databases.map((database) => createBotStateStorage({ database }));
    const count = async (which: number, turn: number): Promise<void> => {
      const storage = storages[which]!;
      await gates[which]!.run(`conversation ${which}`, `turn ${turn}`, async () => {
        const { user } = await storage.read(['user']);
        // As botbuilder's BotState saves: always with a star.
        await storage.write({ user: { eTag: '*', n: ((user as { n?: number } | undefined)?.n ?? 0) + 1 } });
      });
    };
    let refused = 0;
    for (let turn = 0; turn < 10; turn += 1) {
      const results = await Promise.allSettled([count(0, turn), count(1, turn)]);
      refused += results.filter(({ status }) => status === 'rejected').length;
    }
    expect(await storages[0]!.read(['user'])).toMatchObject({ user: { n: 20 - refused } });
    expect(refused).toBeLessThanOrEqual(1);
    for (const gate of gates) gate.close();
  });

  test('a turn that fails keeps nothing, one that ends keeps all of it', async () => {
    const database = await engine.open();
    const storage = createBotStateStorage({ database });
    const gate = createTurnGate({ database });
    const failing = gate.run('c', '1', async () => {
      await storage.write({ a: { eTag: '*', n: 1 } });
      expect(await storage.read(['a'])).toMatchObject({ a: { n: 1 } });
      throw new Error('in the middle');
    });
    await expect(failing).rejects.toThrow('in the middle');
    expect(await storage.read(['a'])).toEqual({});
    await gate.run('c', '1', async () => {
      await storage.write({ a: { eTag: '*', n: 2 } });
      await storage.delete(['b']);
      await storage.write({ b: { eTag: '*', n: 3 } });
    });
    expect(await storage.read(['a', 'b'])).toMatchObject({ a: { n: 2 }, b: { n: 3 } });
    gate.close();
  });

  test('what a dropped turn goes on doing is refused', async () => {
    const database = await engine.open();
    const storage = createBotStateStorage({ database });
    const gate = createTurnGate({ database, settings: { longestTurnSeconds: 0.05 } });
    let goOn = (): void => undefined;
    let late: Promise<unknown> | undefined;
    const hanging = gate.run('c', '1', async () => {
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      late = storage.write({ a: { eTag: '*', n: 1 } });
      await late;
    });
    await expect(hanging).rejects.toThrow('took too long');
    goOn();
    await new Promise(setImmediate);
    await expect(late).rejects.toThrow('lost its place');
    expect(await gate.run('c', '2', () => storage.write({ a: { eTag: '*', n: 2 } }))).toBe('done');
    expect(await storage.read(['a'])).toMatchObject({ a: { n: 2 } });
    gate.close();
  });

  test("botbuilder's own states work over it as over its memory", async () => {
    const database = await engine.open();
    const gate = createTurnGate({ database });
    const said: Record<string, string[]> = {};
    for (const [name, storage] of [
      ['memory', new MemoryStorage()],
      ['database', createBotStateStorage({ database })],
    ] as const) {
      const states = [new ConversationState(storage), new UserState(storage), new PrivateConversationState(storage)];
      const adapter = new TestAdapter(async (context) => {
        if (context.activity.text === 'clear') await states[0]!.delete(context);
        for (const state of states) {
          const property = state.createProperty<number>('count');
          await property.set(context, (await property.get(context, 0)) + 1);
          await state.saveChanges(context);
          await property.set(context, (await property.get(context, 0)) + 1);
          await state.saveChanges(context);
        }
        await context.sendActivity(
          JSON.stringify(await Promise.all(states.map((state) => state.createProperty('count').get(context)))),
        );
      });
      if (name === 'database') adapter.use(createTurnOrder({ gate }));
      for (const text of ['one', 'two', 'clear', 'three']) await adapter.send(text);
      said[name] = adapter.activeQueue.map(({ text }) => text ?? '');
    }
    expect(said['database']).toEqual(said['memory']);
    expect(said['database']).toHaveLength(4);
    gate.close();
  });

  test('what has expired is not read, and can be written anew', async () => {
    let now = Date.now();
    const storage = createBotStateStorage({
      database: await engine.open(),
      retention: { conversationDays: 30, checkIdleMinutes: 30 },
      now: () => now,
    });
    await storage.write({ plain: { eTag: '*', n: 1 }, [CHECK]: running('نعم') });
    now += 31 * 60_000;
    expect(Object.keys(await storage.read(['plain', CHECK]))).toEqual(['plain']);
    now += 31 * 86_400_000;
    expect(await storage.read(['plain', CHECK])).toEqual({});
    await storage.write({ plain: { eTag: '*', n: 2 } });
    expect(await storage.read(['plain'])).toMatchObject({ plain: { n: 2 } });
  });

  test.each([
    ['what was told', { told: { facts: [{ id: 'x' }] } }, 30],
    ['a warning sign, and what was told with it', { alarm: { at: 1 }, told: { facts: [{ id: 'x' }] } }, 120],
    ['the topic last spoken of', { about: { topic: 'x' } }, 30 * 24 * 60],
  ])('%s is kept its time and no longer', async (_name, session, minutes) => {
    let now = Date.now();
    const storage = createBotStateStorage({ database: await engine.open(), now: () => now });
    await storage.write({ person: { eTag: '*', session } });
    now += (minutes - 1) * 60_000;
    expect(Object.keys(await storage.read(['person']))).toEqual(['person']);
    now += 62 * 60_000;
    expect(await storage.read(['person'])).toEqual({});
  });

  test.each([
    ['the check ends', 'write'],
    ['the check is taken out of the state', 'take out'],
    ['the state is deleted', 'delete'],
  ])('no byte of an answer is left when %s', async (_name, how) => {
    const storage = createBotStateStorage({ database: await engine.open() });
    for (let step = 0; step < 10; step += 1) {
      await storage.write({
        [CHECK]: running(`${MARKER} ${'س'.repeat(step * 300)}`),
        [`neighbour ${step}`]: { eTag: '*', text: 'x'.repeat(step * 100) },
      });
    }
    expect(await engine.everything()).toContain(MARKER);
    if (how === 'write') await storage.write({ [CHECK]: ended });
    else if (how === 'take out') await storage.write({ [CHECK]: { eTag: '*', session: null } });
    else await storage.delete([CHECK]);
    expect(await engine.everything()).not.toContain(MARKER);
    expect(await engine.everything()).toContain('neighbour 9');
  });

  test('no byte of an answer is left after a check among many others, ended by a turn', async () => {
    const database = await engine.open();
    const storage = createBotStateStorage({ database });
    const gate = createTurnGate({ database });
    const people = Array.from({ length: 40 }, (_, person) => `directline/conversations/c${person}/users/u/`);
    const random = createRandom(11);
    for (let step = 0; step < 6; step += 1) {
      await Promise.all(
        people.map((key) =>
          gate.run(key, undefined, async () => {
            await storage.read([key]);
            await storage.write({ [key]: running(`${MARKER} ${'ص'.repeat(random(600))}`) });
          }),
        ),
      );
    }
    for (const key of people) {
      await gate.run(key, undefined, async () => {
        await storage.read([key]);
        await storage.write({ [key]: ended });
      });
    }
    expect(await engine.everything()).not.toContain(MARKER);
    gate.close();
  });
});

const createRandom = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
};
