import { setTimeout as pause } from 'node:timers/promises';

import { createTurnGate, type TurnGate } from '../../src/storage/turns/turn-gate';
import { describeEachDatabase } from '../helpers/databases';
import { createBotStateStorage } from '../../src/storage/state/bot-state-storage';
import { createConversationLog } from '../../src/storage/chat-log/create-conversation-log';
import { buildChild } from './child';

describeEachDatabase((engine) => {
  const gates: TurnGate[] = [];
  const openGate = async (): Promise<TurnGate> => {
    const gate = createTurnGate({ database: await engine.open() });
    gates.push(gate);
    return gate;
  };
  afterEach(() => {
    for (const gate of gates.splice(0)) gate.close();
  });

  test('turns of one conversation run in order of arrival, one at a time', async () => {
    const gate = await openGate();
    const seen: string[] = [];
    const turns = Array.from({ length: 30 }, (_, n) =>
      gate.run('c', `a${n}`, async () => {
        seen.push(`begin ${n}`);
        await pause((n * 7) % 5);
        seen.push(`end ${n}`);
      }),
    );
    expect(new Set(await Promise.all(turns))).toEqual(new Set(['done']));
    expect(seen).toEqual(Array.from({ length: 30 }, (_, n) => [`begin ${n}`, `end ${n}`]).flat());
  });

  test('conversations do not wait for one another', async () => {
    const gate = await openGate();
    let free = (): void => undefined;
    const hanging = gate.run('slow', '1', () => new Promise<void>((resolve) => (free = resolve)));
    const others = Array.from({ length: 200 }, (_, n) => gate.run(`c${n}`, '1', () => Promise.resolve()));
    expect(await Promise.all(others)).toHaveLength(200);
    free();
    expect(await hanging).toBe('done');
  });

  test('hundreds of waiting turns leave the database free for others', async () => {
    const database = await engine.open();
    const gate = createTurnGate({ database });
    gates.push(gate);
    let free = (): void => undefined;
    const opened = new Promise<void>((resolve) => (free = resolve));
    const running = Array.from({ length: 300 }, (_, n) => gate.run(`c${n % 100}`, `a${n}`, () => opened));
    await pause(100);
    await database.ping();
    free();
    expect(await Promise.all(running)).toHaveLength(300);
  });

  test.each([
    ['while the first one runs', 0],
    ['after it', 1],
  ])('an activity delivered again %s is handled once', async (_name, after) => {
    const gate = await openGate();
    let times = 0;
    const deliver = () =>
      gate.run('c', 'same', async () => {
        await pause(10);
        times += 1;
      });
    const first = deliver();
    if (after === 1) await first;
    expect(await Promise.all([first, deliver()])).toEqual(['done', 'repeated']);
    expect(times).toBe(1);
    expect(await gate.run('other', 'same', () => Promise.resolve())).toBe('done');
  });

  test('a handled activity stays handled after a restart', async () => {
    const database = await engine.open();
    const before = createTurnGate({ database });
    await before.run('c', 'same', () => Promise.resolve());
    before.close();
    await database.close();
    expect(await (await openGate()).run('c', 'same', () => Promise.reject(new Error('again')))).toBe('repeated');
  });

  test('a failed turn counts as not handled, and the next one runs', async () => {
    const gate = await openGate();
    const failing = gate.run('c', '1', () => Promise.reject(new Error('broken')));
    const next = gate.run('c', '2', () => Promise.resolve());
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('done');
    expect(await gate.run('c', '1', () => Promise.resolve())).toBe('done');
  });

  test('activities without an id are all handled', async () => {
    const gate = await openGate();
    const outcomes = [1, 2].map(() => gate.run('c', undefined, () => Promise.resolve()));
    expect(await Promise.all(outcomes)).toEqual(['done', 'done']);
  });

  test('a turn that starts another one of its own conversation does not wait for itself', async () => {
    const gate = await openGate();
    let inner = false;
    await gate.run('c', '1', async () => {
      await gate.run('c', '2', async () => {
        inner = await Promise.resolve(true);
      });
    });
    expect(inner).toBe(true);
  });

  test('after SIGKILL in the middle of a turn nothing of it is stored, and it runs again', async () => {
    const database = await engine.open();
    const log = createConversationLog({ database });
    await log.create({ id: 'c', userId: 'u' });
    const { entry } = await log.append('c', { activity: { type: 'message' }, key: 'k', needsTurn: true });
    const child = buildChild('holder.ts');
    const holder = child.start(JSON.stringify(await engine.place()), 'c', entry.activity.id);
    await holder.says('holding');
    await holder.kill();
    child.clear();

    const gate = await openGate();
    const storage = createBotStateStorage({ database });
    expect(await storage.read(['directline/conversations/c/'])).toEqual({});
    let ran = false;
    const outcome = await gate.run('c', entry.activity.id, async () => {
      ran = await Promise.resolve(true);
    });
    expect([outcome, ran]).toEqual(['done', true]);
    expect(await log.readAfter('c', 0, 10)).toHaveLength(1);
    while ((await log.findUnanswered()).length === 0) await pause(100);
    expect(await log.claimTurn('c')).toMatchObject({ attempts: 2, entry: { activity: { id: entry.activity.id } } });
    log.close();
  }, 30_000);

  if (engine.kind === 'sqlite') return;

  test('two instances never run turns of one conversation at once, and keep the order of arrival', async () => {
    const database = await engine.open();
    const both = [await openGate(), await openGate()];
    const placesTaken = async (count: number): Promise<void> => {
      while ((await database.query.selectFrom('turns').select('ticket').execute()).length < count) await pause(1);
    };
    let free = (): void => undefined;
    const opened = new Promise<void>((resolve) => (free = resolve));
    let inside = 0;
    const order: number[] = [];
    const turns: Promise<unknown>[] = [];
    for (let n = 0; n < 20; n += 1) {
      turns.push(
        both[n % 2]!.run('c', `a${n}`, async () => {
          inside += 1;
          expect(inside).toBe(1);
          order.push(n);
          await opened;
          inside -= 1;
        }),
      );
      await placesTaken(n + 1);
    }
    free();
    await Promise.all(turns);
    expect(order).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  test('two instances under load exclude each other in every conversation', async () => {
    const both = [await openGate(), await openGate()];
    const inside = new Map<string, number>();
    let most = 0;
    const turns = Array.from({ length: 200 }, (_, n) => {
      const conversation = `c${n % 20}`;
      return both[Math.floor(n / 20) % 2]!.run(conversation, `a${n}`, async () => {
        inside.set(conversation, (inside.get(conversation) ?? 0) + 1);
        most = Math.max(most, inside.get(conversation) ?? 0);
        await pause(1);
        inside.set(conversation, (inside.get(conversation) ?? 0) - 1);
      });
    });
    expect(new Set(await Promise.all(turns))).toEqual(new Set(['done']));
    expect(most).toBe(1);
  });

  test('one activity delivered to two instances is handled once', async () => {
    const both = [await openGate(), await openGate()];
    let times = 0;
    const outcomes = await Promise.all(
      both.map((gate) =>
        gate.run('c', 'same', async () => {
          times += 1;
          await pause(20);
        }),
      ),
    );
    expect(outcomes.sort()).toEqual(['done', 'repeated']);
    expect(times).toBe(1);
  });

  test('an instance that stood still too long cannot write what it began', async () => {
    const database = await engine.open();
    const still = createTurnGate({ database, settings: { leaseMs: 200 } });
    // Its signs of life stop here.
    still.close();
    const storage = createBotStateStorage({ database });
    let goOn = (): void => undefined;
    const stale = still.run('c', '1', async () => {
      await new Promise<void>((resolve) => (goOn = resolve));
      await storage.write({ a: { eTag: '*', by: 'stale' } });
    });
    stale.catch(() => undefined);
    await pause(300);
    const other = await engine.open();
    const otherStorage = createBotStateStorage({ database: other });
    const taking = createTurnGate({ database: other });
    gates.push(taking);
    expect(await taking.run('c', '2', () => otherStorage.write({ a: { eTag: '*', by: 'new' } }))).toBe('done');
    goOn();
    await expect(stale).rejects.toThrow('lost its place');
    expect(await storage.read(['a'])).toMatchObject({ a: { by: 'new' } });
  });
});
