import type { AnswersWatch } from '../chat-log/answers-watch';
import { createClockWatch } from './clock-watch';
import { deleteConversationRows, deleteSomeActivities } from '../chat-log/conversation-rows';
import type { Database } from './database';
import type { Write } from './write';
import { databaseClock } from './database-clock';
import { deleteExpired, selectExpired } from './expired-rows';
import { readConversationId } from '../state/state-keys';
import type { UnansweredList } from '../lists/unanswered-list';

/** How many rows one transaction deletes: about 10 ms, so that turns hardly wait. */
const BATCH = 200;
/** A conversation takes its activities with it, perhaps a hundred. */
const CONVERSATION_BATCH = 20;
const EVERY_MS = 60_000;
/** A place in a queue not renewed for so long belongs to nobody. */
const DEAD_TURN_MS = 60_000;

/** How many rows went. */
interface Purged {
  readonly state: number;
  readonly conversations: number;
  readonly activities: number;
  readonly handled: number;
  readonly unanswered: number;
}

/** Deletes what has expired, in the background. */
export interface Retention {
  /** Purges now and then every minute; does not keep the process alive. */
  start(): void;
  /** Resolves when a purge that is under way has ended. */
  stop(): Promise<void>;
  /** Deletes everything that has expired. */
  purge(): Promise<Purged>;
}

interface Dependencies {
  readonly database: Database;
  readonly unanswered: Pick<UnansweredList, 'purge'>;
  readonly answers?: AnswersWatch;
  /** What the staff console keeps for a while. */
  readonly staff?: { purge(): Promise<void> };
  /** Told of a purge that failed; the next one tries again. */
  readonly onFailure?: (error: unknown) => void;
  readonly now?: () => number;
}

/** Of the time of a large clean-up, turns have at least half: what was left alone for a month goes in small steps. */
const pauseForOthers = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, Math.max(1, milliseconds)).unref());

/** Creates it. What expires when is decided where it is stored; here it is only deleted. */
export const createRetention = ({
  database,
  unanswered,
  answers,
  staff,
  onFailure = () => undefined,
  now = Date.now,
}: Dependencies): Retention => {
  const expired = () => ({ kind: database.kind, now: now(), most: BATCH });
  const clock = createClockWatch({ database, now });
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let stopped = false;

  const inBatches = async (deleteBatch: (write: Write) => Promise<number>, batch = BATCH): Promise<number> => {
    let all = 0;
    for (;;) {
      const began = performance.now();
      const count = await database.write(deleteBatch);
      all += count;
      if (count < batch || stopped) return all;
      await pauseForOthers(performance.now() - began);
    }
  };

  const deleteState = async (write: Write): Promise<number> => {
    const { rows } = await selectExpired({ ...expired(), table: 'bot_state' }, 'key', 'answers').execute(write);
    const keys = rows.map(({ key }) => key);
    if (keys.length > 0) await write.deleteFrom('bot_state').where('key', 'in', keys).execute();
    for (const row of rows) {
      const conversationId = row.answers === 1 ? readConversationId(row.key) : undefined;
      if (conversationId !== undefined) await answers?.ended(write, conversationId, 'idle');
    }
    return rows.length;
  };
  const deleteConversations = async (write: Write): Promise<number> => {
    const few = { ...expired(), most: CONVERSATION_BATCH };
    const { rows } = await selectExpired({ ...few, table: 'conversations' }, 'id').execute(write);
    const ids = rows.map(({ id }) => id);
    // A long talk goes in several steps: its conversation last.
    const deleted = await deleteSomeActivities(write, ids, BATCH);
    if (deleted === BATCH) return CONVERSATION_BATCH;
    await deleteConversationRows(write, ids);
    return ids.length;
  };
  const deleteActivities = (write: Write): Promise<number> =>
    deleteExpired(write, { ...expired(), table: 'activities' }, 'number');
  const deleteHandled = (write: Write): Promise<number> =>
    deleteExpired(write, { ...expired(), table: 'handled_activities' }, 'id');
  const deleteDeadTurns = async (): Promise<void> => {
    const before = databaseClock(database.kind);
    await database.query
      .deleteFrom('turns')
      .where(({ eb }) => eb(eb('lease_until', '+', DEAD_TURN_MS), '<=', before))
      .execute();
  };

  const purge = async (): Promise<Purged> => {
    const purged = {
      state: await inBatches(deleteState),
      conversations: await inBatches(deleteConversations, CONVERSATION_BATCH),
      activities: await inBatches(deleteActivities),
      handled: await inBatches(deleteHandled),
      unanswered: await unanswered.purge(),
    };
    await deleteDeadTurns();
    await staff?.purge();
    if (purged.state + purged.conversations + purged.activities > 0) await database.eraseTraces();
    else await database.eraseLeftTraces();
    return purged;
  };
  const purgeOn = (): void => {
    running = clock
      .isBelieved()
      .then((isBelieved) => (isBelieved ? purge() : undefined))
      .catch(onFailure)
      .finally(() => {
        if (!stopped) timer = setTimeout(purgeOn, EVERY_MS).unref();
      });
  };

  return {
    start: purgeOn,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
    purge,
  };
};
