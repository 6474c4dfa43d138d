import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';

import { HANDOVER_LIMITS } from '../../handover/limits';
import type { NewMessage } from '../../handover/talk';
import { INBOX, type TalkChange, type TalkStore } from '../../handover/talk-store';
import type { Database } from '../engine/database';
import { hashKey } from '../engine/hash-key';
import { StateConflictError } from '../../bot/ports/state-conflict-error';
import type { Write } from '../engine/write';
import { conversationKey, personKey, readHistory, readMessage, readTalk } from './talk-rows';
import { writeInTurn } from './write-in-turn';

interface Dependencies {
  readonly database: Database;
  /** Days a quiet conversation is kept: a talk is never kept longer. */
  readonly conversationDays: number;
  readonly now?: () => number;
}

/** A person without a session waits no longer than the chat is kept. */
const DAY_MS = 86_400_000;
/** Messages read at once. */
const PAGE = 500;
const KEY_CHARACTERS = 22;

/** Creates it. */
export const createTalkStore = ({ database, conversationDays, now = Date.now }: Dependencies): TalkStore => {
  const { query, signals } = database;

  const insert = async (
    write: Write,
    talk: string,
    messages: readonly (NewMessage & { readonly at?: number })[],
  ): Promise<void> => {
    for (const { key, author, name = '', text, at = now() } of messages) {
      await write
        .insertInto('talk_messages')
        .values({ talk, key: keyOf(key), author, name, body: database.seal(JSON.stringify(text)), at })
        .onConflict((conflict) => conflict.columns(['talk', 'key']).doNothing())
        .execute();
    }
  };

  return {
    request: ({ place, topic, withHistory }) => {
      const id = randomUUID();
      const work = async (write: Write): Promise<void> => {
        const { numInsertedOrUpdatedRows } = await write
          .insertInto('talks')
          .values({
            id,
            conversation: conversationKey(place),
            person: personKey(place),
            place: database.seal(JSON.stringify(place)),
            topic: topic ?? null,
            state: 'waiting',
            urgent: 0,
            requested_at: now(),
            patient_at: now(),
            expires_at: now() + conversationDays * DAY_MS,
          })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows !== 1n) throw new StateConflictError();
        const history = withHistory ? await readHistory(write, place.conversationId) : [];
        await insert(write, id, [
          ...history.map((message, at) => ({ ...message, key: `history ${at}` })),
          { key: 'requested', author: 'event', text: 'requested' },
        ]);
      };
      writeInTurn(database, work, [INBOX]);
      return id;
    },
    find: async (id) => {
      const row = await query.selectFrom('talks').selectAll().where('id', '=', id).executeTakeFirst();
      return row && readTalk(row);
    },
    findOpen: async (place) => {
      const row = await query
        .selectFrom('talks')
        .selectAll()
        .where('conversation', '=', conversationKey(place))
        .where('state', '!=', sql.lit('ended'))
        .executeTakeFirst();
      return row && readTalk(row);
    },
    open: async () => {
      const rows = await query
        .selectFrom('talks')
        .selectAll()
        .where('state', '!=', sql.lit('ended'))
        .orderBy('requested_at')
        .execute();
      return rows.map(readTalk);
    },
    ended: async (limit) => {
      const rows = await query
        .selectFrom('talks')
        .selectAll()
        .where('state', '=', sql.lit('ended'))
        .orderBy('ended_at', 'desc')
        .limit(limit)
        .execute();
      return rows.map(readTalk);
    },
    change: (seen, change) => {
      const { move, messages = [] } = change;
      const work = async (write: Write): Promise<void> => {
        const { numUpdatedRows } = await write
          .updateTable('talks')
          .set(changesOf(change, now()))
          .where('id', '=', seen.id)
          .where('state', '=', seen.state)
          .where('owner_id', seen.owner === undefined ? 'is' : '=', seen.owner?.id ?? null)
          .executeTakeFirst();
        if (numUpdatedRows !== 1n) throw new StateConflictError();
        if (move?.to !== 'ended') await insert(write, seen.id, messages);
        else await write.deleteFrom('talk_messages').where('talk', '=', seen.id).execute();
      };
      const isNewsForAll = move !== undefined || messages.some(({ author }) => author !== 'staff' && author !== 'note');
      writeInTurn(database, work, isNewsForAll ? [seen.id, INBOX] : [seen.id], async () => {
        if (move?.to === 'ended') await database.eraseTraces();
      });
    },
    messages: async (id, after) => {
      const rows = await query
        .selectFrom('talk_messages')
        .selectAll()
        .where('talk', '=', id)
        .where('number', '>', after)
        .orderBy('number')
        .limit(PAGE)
        .execute();
      return rows.map(readMessage);
    },
    hasMessage: async (id, key) => {
      const row = await query
        .selectFrom('talk_messages')
        .select('number')
        .where('talk', '=', id)
        .where('key', '=', keyOf(key))
        .executeTakeFirst();
      return row !== undefined;
    },
    counts: async (place, since) => {
      const row = await query
        .selectFrom('talks')
        .select(({ fn }) => [
          fn.sum<number | null>(sql`case when state = 'waiting' then 1 else 0 end`).as('waiting'),
          fn
            .sum<number | null>(
              sql`case when person = ${personKey(place)} and requested_at > ${since} then 1 else 0 end`,
            )
            .as('requests'),
        ])
        .executeTakeFirstOrThrow();
      return { requests: row.requests ?? 0, waiting: row.waiting ?? 0 };
    },
    history: ({ conversationId }) => readHistory(query, conversationId),
    listen: (key, wake) => signals.listen('talks', key, wake),
  };
};

const keyOf = (key: string): string => hashKey(key).slice(0, KEY_CHARACTERS);

/** The columns a change sets. */
const changesOf = ({ move, told, urgent, messages = [] }: TalkChange, at: number) => {
  const wrote = (author: NewMessage['author']): boolean => messages.some((message) => message.author === author);
  const patient = wrote('patient');
  const staff = wrote('staff');
  return {
    ...((patient || staff || move !== undefined) && { told: null }),
    ...(told !== undefined && { told }),
    ...(urgent === true && { urgent: 1 }),
    ...(patient && { patient_at: at }),
    ...(staff && { staff_at: at, answered_at: sql<number>`coalesce(answered_at, ${at})` }),
    ...moved(move, at),
    // Says what is there where nothing else changes: an update needs a column.
    ...(!patient &&
      !staff &&
      move === undefined &&
      told === undefined &&
      urgent !== true && { expires_at: sql<number>`expires_at` }),
  };
};

const moved = (move: TalkChange['move'], at: number) => {
  switch (move?.to) {
    case undefined:
      return {};
    case 'waiting':
      return { state: 'waiting' as const, owner_id: null, owner_name: null, thread: null, requested_at: at };
    case 'taken':
      return {
        state: 'taken' as const,
        owner_id: move.owner.id,
        owner_name: move.owner.name,
        thread: move.owner.thread ?? null,
        taken_at: at,
      };
    case 'ended':
      return {
        state: 'ended' as const,
        ending: move.ending,
        ended_at: at,
        expires_at: at + HANDOVER_LIMITS.outcome,
        place: '',
      };
    default:
      return move satisfies never;
  }
};
