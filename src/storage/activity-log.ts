import { randomBytes, randomUUID } from 'node:crypto';

import {
  type ActivityContext,
  type ActivityToStore,
  insertActivities,
  readActivityId,
  readActivityRows,
} from './activity-rows';
import { deleteConversationRows, findConversationRow, readConversationExpiry } from './conversation-rows';
import type { Database, Write } from './database';
import type { ActivityBody, ConversationRecord, LoggedActivity } from './logged-activity';
import { createPendingActivities } from './pending-activities';
import { currentTurn } from './turn';

/** What became of a patient's message. `repeated`: the same client id was stored before, under this id. */
export type Received =
  | { readonly kind: 'stored'; readonly id: string }
  | { readonly kind: 'repeated'; readonly id: string }
  | { readonly kind: 'unknown-conversation' };

/** The conversations of the self-hosted Direct Line and everything said in them. */
export interface ActivityLog {
  /** Begins a conversation. Its id is unguessable. */
  create(start: { readonly userId: string; readonly locale?: string | undefined }): Promise<ConversationRecord>;
  /** A conversation that has neither expired nor been deleted. */
  find(conversationId: string): Promise<ConversationRecord | undefined>;
  /** Someone is here: the time until the conversation expires starts anew. Storing something does the same. */
  touch(conversationId: string): Promise<void>;
  /**
   * Stores what a patient sent, at once; its turn is pending until `markHandled`. The body gets an `id` and a
   * `timestamp` later than any before it in the conversation.
   *
   * @param clientId the client's own name for it: sent again, it is stored once
   */
  receive(conversationId: string, activity: ActivityBody, clientId?: string): Promise<Received>;
  /**
   * Stores what the bot says, in order; within a turn, together with the turn, so that what the bot says and what it
   * remembers are stored both or not at all. Returns the ids given. Into a deleted conversation nothing is stored.
   */
  append(conversationId: string, activities: readonly ActivityBody[]): Promise<readonly string[]>;
  /** Activities after a sequence (0: from the start), in order. */
  read(conversationId: string, after: number, limit: number): Promise<readonly LoggedActivity[]>;
  /** Whether an activity of this id is in the conversation. */
  holds(conversationId: string, activityId: string): Promise<boolean>;
  /**
   * Calls `listener` when there may be something new to read, stored by this instance or another, and when news may
   * have been missed. Returns what ends that. It must not throw.
   */
  subscribe(conversationId: string, listener: () => void): () => void;
  /** The turn of a message is over; within a turn, stored with it. */
  markHandled(conversationId: string, activityId: string): Promise<void>;
  /**
   * Takes messages whose turn was cut short (the process was killed), oldest first. Each goes to one instance only,
   * and to three at most; run its turn, then `markHandled`.
   */
  claimPending(limit: number): Promise<readonly LoggedActivity[]>;
  /** Deletes a conversation and everything said in it. */
  delete(conversationId: string): Promise<void>;
  /** How many conversations are kept. Reads the whole index. */
  count(): Promise<number>;
  close(): void;
}

interface Dependencies {
  readonly database: Database;
  /** Days a quiet conversation is kept. Default 30. */
  readonly conversationDays?: number;
  readonly now?: () => number;
}

/** Ends the transaction of a message that was stored before, so that it takes no place. */
class AlreadyStored extends Error {}

const createName = (): string => randomBytes(16).toString('base64url');

/** Creates the log. One for each process. */
export const createActivityLog = ({ database, conversationDays = 30, now = Date.now }: Dependencies): ActivityLog => {
  const { query, signals } = database;
  const pending = createPendingActivities({ database });
  const expiry = (): number => readConversationExpiry(now(), conversationDays);
  const tell = (conversationId: string): void => signals.tell('activities', conversationId);
  const contextOf = (write: Write, conversationId: string): ActivityContext => ({
    database,
    write,
    conversationId,
    now: now(),
    expiresAt: expiry(),
  });

  const receive = async (conversationId: string, activity: ActivityBody, clientId?: string): Promise<Received> => {
    const id = readActivityId(conversationId, clientId ?? createName());
    const entry: ActivityToStore = { id, activity, claim: pending.claim() };
    try {
      const stored = await database.write(async (write) => {
        const count = await insertActivities(contextOf(write, conversationId), [entry]);
        if (count === 0) throw new AlreadyStored();
        return count;
      });
      if (stored === undefined) return { kind: 'unknown-conversation' };
    } catch (error) {
      if (error instanceof AlreadyStored) return { kind: 'repeated', id };
      throw error;
    }
    pending.hold(id);
    tell(conversationId);
    return { kind: 'stored', id };
  };

  const append = async (conversationId: string, activities: readonly ActivityBody[]): Promise<readonly string[]> => {
    if (activities.length === 0) return [];
    const entries = activities.map((activity) => ({ id: readActivityId(conversationId, createName()), activity }));
    const store = async (write: Write): Promise<void> => {
      await insertActivities(contextOf(write, conversationId), entries);
    };
    const turn = currentTurn();
    if (turn === undefined) {
      await database.write(store);
      tell(conversationId);
    } else {
      turn.defer(store);
      turn.afterwards(() => tell(conversationId));
    }
    return entries.map(({ id }) => id);
  };

  const markHandled = async (conversationId: string, activityId: string): Promise<void> => {
    const mark = async (write: Write | typeof query): Promise<void> => {
      await write
        .updateTable('activities')
        .set({ pending: 0, claimed_by: null, claim_until: null })
        .where('conversation_id', '=', conversationId)
        .where('id', '=', activityId)
        .execute();
    };
    const settle = (): void => pending.settle(activityId);
    const turn = currentTurn();
    if (turn === undefined) {
      await mark(query);
      settle();
    } else {
      turn.defer(mark);
      turn.afterwards(settle);
    }
  };

  return {
    create: async ({ userId, locale }) => {
      const record = { id: randomUUID(), userId, locale, createdAt: now(), expiresAt: expiry(), lastSequence: 0 };
      await query
        .insertInto('conversations')
        .values({
          id: record.id,
          user_id: userId,
          locale: locale ?? null,
          created_at: record.createdAt,
          expires_at: record.expiresAt,
          last_sequence: 0,
          last_at: 0,
        })
        .execute();
      return record;
    },
    find: (conversationId) => findConversationRow(query, conversationId, now()),
    touch: async (conversationId) => {
      const expiresAt = expiry();
      await query
        .updateTable('conversations')
        .set({ expires_at: expiresAt })
        .where('id', '=', conversationId)
        .where('expires_at', '>', now())
        .where('expires_at', '<', expiresAt)
        .execute();
    },
    receive,
    append,
    read: (conversationId, after, limit) => readActivityRows(query, { conversationId, after, limit, now: now() }),
    holds: async (conversationId, activityId) => {
      const row = await query
        .selectFrom('activities')
        .select('number')
        .where('conversation_id', '=', conversationId)
        .where('id', '=', activityId)
        .executeTakeFirst();
      return row !== undefined;
    },
    subscribe: (conversationId, listener) => signals.listen('activities', conversationId, listener),
    markHandled,
    claimPending: (limit) => pending.claimLeft(limit),
    delete: async (conversationId) => {
      await database.write((write) => deleteConversationRows(write, [conversationId]));
      await database.eraseTraces();
    },
    count: async () => {
      const { count } = await query
        .selectFrom('conversations')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return count;
    },
    close: () => pending.close(),
  };
};
