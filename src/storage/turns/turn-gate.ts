import { setTimeout as pause } from 'node:timers/promises';

import type { Database } from '../engine/database';
import { createStatement } from '../engine/statement';
import type { Write } from '../engine/write';
import { hashKey } from '../engine/hash-key';
import { createLocalQueue } from '../engine/local-queue';
import { takeStart } from './claimed-starts';
import { createPostgresTurnPlaces } from './postgres-turn-places';
import { createProcessTurnPlaces } from './process-turn-places';
import { readHandled } from '../chat-log/read-handled';
import { StateConflictError } from '../../bot/ports/state-conflict-error';
import { StorageUnavailableError } from '../../bot/ports/storage-unavailable-error';
import { currentTurn, runInTurn, Turn, type TurnStart } from './turn';
import { TurnOverdueError } from './turn-overdue-error';
import type { TurnPlace } from './turn-places';

const DAY_MS = 86_400_000;

/** Settings of the turn gate. */
interface TurnGateSettings {
  /**
   * Days for which a second delivery of an activity is recognised. Channels deliver again within minutes.
   * Default 2; effect: one small row for each activity of so many days.
   */
  readonly handledDays: number;
  /**
   * Seconds after which a turn that has not ended is given up, and the conversation goes on. Default 60: far above any
   * turn (median 30 ms), below the patience of a person whose chat hangs.
   */
  readonly longestTurnSeconds: number;
  /** Milliseconds a place is held without a sign of life (PostgreSQL). Default 6,000. */
  readonly leaseMs: number;
}

/** `done`: the work ran and everything it wrote is stored. `repeated`: the activity had been handled before. */
export type TurnOutcome = 'done' | 'repeated';

/** Lets the turns of a conversation through one by one. */
export interface TurnGate {
  /**
   * Runs `work` as a turn: after every earlier turn of the same conversation, here and in other instances, and not at
   * all when this activity was handled before. What `work` writes through this room is stored in one transaction when
   * it ends. When another turn changed the same state meanwhile, `work` runs a second time on fresh state.
   *
   * @param conversation channel and conversation id
   * @param activityId undefined where the activity has none: it then counts as new
   * @param stateKey the state that the work is expected to read first: it is read along where that saves a way
   * @throws what `work` throws (nothing it wrote is kept), StorageUnavailableError, StateConflictError, TurnLostError,
   *   TurnOverdueError
   */
  run(
    conversation: string,
    activityId: string | undefined,
    work: () => Promise<void>,
    stateKey?: string,
  ): Promise<TurnOutcome>;
  /**
   * The same for turns whose order the activity log keeps: who holds a claim (`claimTurn`) is the only one in its
   * conversation, and ends it with the turn (`finishTurn`), which fails where somebody else holds it by then. That saves
   * PostgreSQL four statements.
   */
  readonly held: Pick<TurnGate, 'run'>;
  close(): void;
}

interface Dependencies {
  readonly database: Database;
  readonly settings?: Partial<TurnGateSettings>;
}

/** Times a finished turn is written, and milliseconds between, more each time: cut connections are replaced at once. */
const MOST_COMMITS = 3;
const COMMIT_PAUSE_MS = 100;

const insertHandled = createStatement<{ readonly activity: string; readonly expiresAt: number }>((on, slot) =>
  on
    .insertInto('handled_activities')
    .values({ id: slot('activity'), expires_at: slot('expiresAt') })
    .onConflict((conflict) => conflict.column('id').doNothing()),
);

/** The place of a turn that needs none. */
const HELD: TurnPlace = {
  ready: () => Promise.resolve({ handled: false }),
  leave: () => Promise.resolve(),
  left: () => undefined,
  abandon: () => Promise.resolve(),
};

const limitTime = async (work: Promise<void>, seconds: number): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TurnOverdueError()), seconds * 1_000).unref();
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Creates the gate. One for each process. */
export const createTurnGate = ({ database, settings = {} }: Dependencies): TurnGate => {
  const { handledDays = 2, longestTurnSeconds = 60, leaseMs } = settings;
  const arrive = createLocalQueue();
  const queue = createLocalQueue();
  const places =
    database.kind === 'postgres'
      ? createPostgresTurnPlaces({ database, ...(leaseMs === undefined ? {} : { leaseMs }) })
      : createProcessTurnPlaces({ database });

  const handledUntil = (): number => Date.now() + handledDays * DAY_MS;
  const markHandled = async (write: Write, activity: string | undefined): Promise<void> => {
    if (activity === undefined) return;
    await insertHandled(write, { activity, expiresAt: handledUntil() });
  };

  /**
   * A turn has spoken when it is written: where the connection is lost at that moment, it is written again rather than
   * run again. Whether the first time succeeded is asked first: the answer may be what was lost.
   */
  const commit = async (turn: Turn, place: TurnPlace, activity: string | undefined): Promise<void> => {
    const seal = async (write: Write): Promise<void> => {
      await Promise.all([place.leave(write), markHandled(write, activity)]);
    };
    for (let tries = 1; ; tries += 1) {
      try {
        const mark = activity && ({ kind: 'handled', activity, handledUntil: handledUntil() } as const);
        await turn.commit(database, seal, mark || undefined);
        return;
      } catch (error) {
        // Whoever holds a claim runs the turn again, if it must be.
        if (place === HELD || tries === MOST_COMMITS || !(error instanceof StorageUnavailableError)) throw error;
        await pause(COMMIT_PAUSE_MS * tries);
        if (!(await readHandled(database.query, activity))) continue;
        await turn.settle();
        return;
      }
    }
  };

  const runOnce = async (
    place: TurnPlace,
    key: string,
    activity: string | undefined,
    work: () => Promise<void>,
    start?: TurnStart,
  ): Promise<void> => {
    const turn = new Turn(key, start);
    try {
      await limitTime(runInTurn(turn, work), longestTurnSeconds);
      await commit(turn, place, activity);
    } catch (error) {
      turn.drop();
      throw error;
    }
    place.left();
  };

  const runInPlace = async (
    place: TurnPlace,
    key: string,
    activity: string | undefined,
    work: () => Promise<void>,
    claimed?: TurnStart,
  ): Promise<TurnOutcome> => {
    try {
      const { handled, start = claimed } = await place.ready();
      if (handled) {
        await place.abandon();
        return 'repeated';
      }
      await runOnce(place, key, activity, work, start).catch((error: unknown) => {
        if (error instanceof StateConflictError) return runOnce(place, key, activity, work);
        throw error;
      });
      return 'done';
    } catch (error) {
      await place.abandon().catch(() => undefined);
      throw error;
    }
  };

  const runHeld: TurnGate['run'] = async (conversation, _activityId, work, stateKey) => {
    const key = hashKey(conversation);
    if (currentTurn()?.key === key) {
      await work();
      return 'done';
    }
    return queue(key, () => runInPlace(HELD, key, undefined, work, takeStart(database, stateKey)));
  };

  return {
    held: { run: runHeld },
    run: async (conversation, activityId, work, stateKey) => {
      const key = hashKey(conversation);
      // A turn that starts another one of its own conversation would wait for itself.
      if (currentTurn()?.key === key) {
        await work();
        return 'done';
      }
      const activity = activityId === undefined ? undefined : hashKey(conversation, activityId);
      const place = arrive(key, () => places.take(key, activity, stateKey));
      place.catch(() => undefined);
      return queue(key, async () => runInPlace(await place, key, activity, work));
    },
    close: () => places.close(),
  };
};
