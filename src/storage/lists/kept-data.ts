import type { ExpressionBuilder, ExpressionWrapper, Kysely, SqlBool } from 'kysely';

import type { Database } from '../engine/database';
import type { Write } from '../engine/write';
import { isKept, type KeptPlace, type KeyRange, readKeptKeys, readPersonKeys } from '../state/state-keys';
import type { Tables } from '../engine/tables';
import { currentTurn } from '../turns/turn';
import { turnStateOf } from '../state/turn-state';
import { deleteAsked } from './unanswered-askers';
import { deleteConversationRows } from '../chat-log/conversation-rows';
import { deleteTalksOf } from '../handover/delete-talks';
import { INBOX } from '../../handover/talk-store';

/** How much is kept of one person in one conversation. */
interface KeptSummary {
  /** What the bot remembers: the topic last spoken of, a running check, … */
  readonly stateEntries: number;
  /** Messages of the site's own chat, from both sides; other channels keep theirs themselves. */
  readonly messages: number;
  /** Of those messages, how many the person wrote. */
  readonly messagesFromUser: number;
}

/** What is kept of a person, to be told and to be deleted. */
export interface KeptData {
  describeKept(place: KeptPlace): Promise<KeptSummary>;
  /**
   * Deletes, at once and for good, everything kept of this person on this channel: this conversation and every other one
   * of theirs, state, a running check, messages, talks with the staff, a wish to be called, and the questions without an
   * answer that came from them; also from the
   * database file. The open chat stays usable: its id, which is random, remains until it expires. Within a turn, what that
   * turn would still save under the person is not saved. Returns how much there was in this conversation.
   */
  deleteByUser(place: KeptPlace): Promise<KeptSummary>;
}

type Where = ExpressionBuilder<Tables, 'bot_state'>;

const inRange = (where: Where, { from, to }: KeyRange): ExpressionWrapper<Tables, 'bot_state', SqlBool> =>
  where.and([where('key', '>=', from), where('key', '<', to)]);

/** The same as `isKept`, in SQL. */
const keptKeys =
  (place: KeptPlace) =>
  (where: Where): ExpressionWrapper<Tables, 'bot_state', SqlBool> => {
    const { conversation, everyone, own } = readKeptKeys(place);
    return where.or([
      ...own.map((range) => inRange(where, range)),
      where.and([inRange(where, conversation), where.not(inRange(where, everyone))]),
    ]);
  };

const countState = async (query: Kysely<Tables>, place: KeptPlace): Promise<number> => {
  const row = await query
    .selectFrom('bot_state')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(keptKeys(place))
    .executeTakeFirstOrThrow();
  return row.count;
};

/** SQLite takes so many values in one statement. */
const KEYS_AT_ONCE = 500;

/** The channel id of the chat of the clinic's own site, whose conversations are kept here. */
const OWN_CHANNEL = 'directline';
const isOwnChat = ({ channelId }: KeptPlace): boolean => channelId === OWN_CHANNEL;

/** Only the person whose conversation it is can tell of it or delete it. */
const isOwnConversation = async (query: Kysely<Tables>, place: KeptPlace): Promise<boolean> => {
  const row = await query
    .selectFrom('conversations')
    .select('id')
    .where('id', '=', place.conversationId)
    .where('user_id', '=', place.userId)
    .executeTakeFirst();
  return row !== undefined;
};

const countMessages = async (query: Kysely<Tables>, place: KeptPlace): Promise<Omit<KeptSummary, 'stateEntries'>> => {
  if (!(await isOwnConversation(query, place))) return { messages: 0, messagesFromUser: 0 };
  const row = await query
    .selectFrom('activities')
    .select(({ fn }) => [fn.countAll<number>().as('all'), fn.sum<number | null>('from_user').as('fromUser')])
    .where('conversation_id', '=', place.conversationId)
    .executeTakeFirstOrThrow();
  return { messages: row.all, messagesFromUser: row.fromUser ?? 0 };
};

/** What the bot remembers of the person in any conversation of the channel. Rare: the keys of the channel are looked through. */
const deleteElsewhere = async (write: Write, place: KeptPlace): Promise<void> => {
  const { within, part } = readPersonKeys(place);
  const rows = await write
    .selectFrom('bot_state')
    .select('key')
    .where((where) => inRange(where, within))
    .execute();
  const keys = rows.map(({ key }) => key).filter((key) => key.includes(part));
  for (let at = 0; at < keys.length; at += KEYS_AT_ONCE) {
    await write
      .deleteFrom('bot_state')
      .where('key', 'in', keys.slice(at, at + KEYS_AT_ONCE))
      .execute();
  }
};

/** The other chats of the person on the clinic's own site, with what the bot remembers of each. */
const deleteOtherChats = async (write: Write, { channelId, conversationId, userId }: KeptPlace): Promise<void> => {
  const chats = await write
    .selectFrom('conversations')
    .select('id')
    .where('user_id', '=', userId)
    .where('id', '!=', conversationId)
    .execute();
  for (const { id } of chats) {
    await write
      .deleteFrom('bot_state')
      .where(keptKeys({ channelId, userId, conversationId: id }))
      .execute();
  }
  await deleteConversationRows(
    write,
    chats.map(({ id }) => id),
  );
};

const deleteAll = async (write: Write, place: KeptPlace): Promise<void> => {
  await write.deleteFrom('bot_state').where(keptKeys(place)).execute();
  await deleteElsewhere(write, place);
  await deleteAsked(write, place);
  if (isOwnChat(place)) await deleteOtherChats(write, place);
  if (!(await isOwnConversation(write, place))) return;
  // What the person has sent after asking for this, and nobody has taken up yet, is still to be answered.
  await write
    .deleteFrom('activities')
    .where('conversation_id', '=', place.conversationId)
    .where((where) => where.or([where('pending', '=', 0), where('claimed_by', 'is not', null)]))
    .execute();
  await write
    .updateTable('conversations')
    .set({ answers_after: null, locale: null })
    .where('id', '=', place.conversationId)
    .execute();
};

/** Creates it. */
export const createKeptData = ({ database }: { readonly database: Database }): KeptData => {
  const describe = async (query: Kysely<Tables>, place: KeptPlace): Promise<KeptSummary> => ({
    stateEntries: await countState(query, place),
    ...(await countMessages(query, place)),
  });
  return {
    describeKept: (place) => describe(database.query, place),
    deleteByUser: async (place) => {
      const turn = currentTurn();
      const keys = readKeptKeys(place);
      if (turn !== undefined) turnStateOf(turn).forget((key) => isKept(key, keys));
      let talks: readonly string[] = [];
      const summary = await database.write(async (write) => {
        const before = await describe(write, place);
        await deleteAll(write, place);
        talks = await deleteTalksOf(write, place, database);
        return before;
      });
      for (const key of talks.length > 0 ? [...talks, INBOX] : []) database.signals.tell('talks', key);
      await database.eraseTraces();
      return summary;
    },
  };
};
