import { type SqlBool, sql } from 'kysely';

import type { ActivityBody, ActivityDraft, ConversationLog, KeptEntry } from '../../bot/ports/conversation-log';
import {
  type ActivityContext,
  findActivityRow,
  insertActivity,
  readActivityId,
  readActivityRows,
  readKeptActivity,
  replaceActivity,
} from './activity-rows';
import {
  findConversationRow,
  insertConversationRow,
  readConversationExpiry,
  readEmptyExpiry,
} from './conversation-rows';
import type { Database } from '../engine/database';
import type { Write } from '../engine/write';
import { currentTurn, type Turn } from '../turns/turn';
import { createTurnClaims } from '../turns/turn-claims';
import { UnknownConversationError } from '../../bot/ports/unknown-conversation-error';

/** A count serves so long: it only guards a limit. */
const COUNT_MS = 2_000;

/** The log over a database. */
export interface StoredConversationLog extends ConversationLog {
  /** Renews no claim any more. */
  close(): void;
}

interface Dependencies {
  readonly database: Database;
  /** Days a quiet conversation is kept. Default 30. */
  readonly conversationDays?: number;
  readonly now?: () => number;
}

interface Appended {
  readonly entry: KeptEntry;
  readonly isNew: boolean;
}

/** Rolls back what takes a place for something stored before. */
class AlreadyStored extends Error {}

/** Creates the log. One for each process. */
export const createConversationLog = ({
  database,
  conversationDays = 30,
  now = Date.now,
}: Dependencies): StoredConversationLog => {
  const { query, signals } = database;
  let counted: { readonly at: number; readonly count: number } | undefined;

  const expiry = (): number => readConversationExpiry(now(), conversationDays);
  const contextOf = (write: Write | typeof query, conversationId: string): ActivityContext => ({
    database,
    write,
    conversationId,
    now: now(),
    expiresAt: expiry(),
  });
  const tell = (conversationId: string, news?: KeptEntry): void => signals.tell('activities', conversationId, news);

  const appendNow = async (conversationId: string, draft: ActivityDraft): Promise<Appended> => {
    try {
      const insert = async (write: Write | typeof query): Promise<KeptEntry> => {
        const insertion = await insertActivity(contextOf(write, conversationId), draft);
        if (insertion.kind === 'unknown-conversation') throw new UnknownConversationError();
        if (insertion.kind === 'repeated') throw new AlreadyStored();
        return insertion.entry;
      };
      // On PostgreSQL it is one statement.
      const entry = await (database.kind === 'postgres' ? insert(query) : database.write(insert));
      tell(conversationId, entry);
      return { entry, isNew: true };
    } catch (error) {
      const stored =
        error instanceof AlreadyStored
          ? await findActivityRow(query, conversationId, readActivityId(conversationId, draft.key))
          : undefined;
      if (stored === undefined) throw error;
      return { entry: stored, isNew: false };
    }
  };

  const withTurn = (
    turn: Turn,
    conversationId: string,
    work: (context: ActivityContext) => Promise<KeptEntry | undefined>,
  ): void => {
    let news: KeptEntry | undefined;
    turn.defer(async (write) => {
      news = await work(contextOf(write, conversationId));
    });
    turn.afterwards(() => tell(conversationId, news));
  };

  const append = async (conversationId: string, draft: ActivityDraft): Promise<Appended> => {
    const turn = currentTurn();
    if (turn === undefined) return appendNow(conversationId, draft);
    withTurn(turn, conversationId, async (context) => {
      const insertion = await insertActivity(context, draft);
      return insertion.kind === 'stored' ? insertion.entry : undefined;
    });
    const activity = readKeptActivity(draft.activity, readActivityId(conversationId, draft.key), now());
    return { entry: { sequence: 0, activity }, isNew: true };
  };

  const replace = async (
    conversationId: string,
    activityId: string,
    activity: ActivityBody,
  ): Promise<KeptEntry | undefined> => {
    const turn = currentTurn();
    if (turn !== undefined) {
      withTurn(turn, conversationId, (context) => replaceActivity(context, activityId, activity));
      return { sequence: 0, activity: readKeptActivity(activity, activityId, now()) };
    }
    const entry = await database.write((write) =>
      replaceActivity(contextOf(write, conversationId), activityId, activity),
    );
    tell(conversationId);
    return entry;
  };

  const deleteActivity = async (conversationId: string, activityId: string): Promise<void> => {
    const remove = async (write: Write | typeof query): Promise<void> => {
      await write
        .deleteFrom('activities')
        .where('conversation_id', '=', conversationId)
        .where('id', '=', activityId)
        .execute();
    };
    const turn = currentTurn();
    if (turn === undefined) await remove(query);
    else turn.defer(remove);
  };

  const count = async (): Promise<number> => {
    if (counted !== undefined && performance.now() - counted.at < COUNT_MS) return counted.count;
    const row = await query
      .selectFrom('conversations')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    counted = { at: performance.now(), count: row.count };
    return row.count;
  };

  return {
    ...createTurnClaims({ database }),
    create: (conversation) =>
      database.write((write) =>
        insertConversationRow(write, conversation, { now: now(), expiresAt: readEmptyExpiry(now()) }),
      ),
    find: (conversationId) => findConversationRow(query, conversationId, now()),
    touch: async (conversationId) => {
      const isUsed = sql<SqlBool>`exists (select 1 from activities where conversation_id = ${conversationId} and from_user = 1)`;
      const expiresAt = sql<number>`case when ${isUsed} then ${sql.lit(expiry())} else ${sql.lit(readEmptyExpiry(now()))} end`;
      await query
        .updateTable('conversations')
        .set({ expires_at: expiresAt })
        .where('id', '=', conversationId)
        .where('expires_at', '>', now())
        .where('expires_at', '<', expiresAt)
        .execute();
    },
    count,
    append,
    replace,
    deleteActivity,
    readAfter: (conversationId, after, limit) => readActivityRows(query, { conversationId, after, limit, now: now() }),
    subscribe: (conversationId, wake) => signals.listen('activities', conversationId, wake),
  };
};
