import { type Kysely, sql } from 'kysely';

import { StateConflictError } from '../../bot/ports/state-conflict-error';
import { StorageUnavailableError } from '../../bot/ports/storage-unavailable-error';
import { createStatement } from '../engine/statement';
import type { Tables } from '../engine/tables';

/** The mark that an activity was handled. */
export interface HandledPart {
  readonly kind: 'handled';
  readonly activity: string;
  readonly handledUntil: number;
}

/** The letter that carries the replies. */
interface LetterPart {
  readonly kind: 'letter';
  readonly id: string;
  readonly conversation: string;
  readonly body: string;
  readonly at: number;
  readonly until: number;
}

/** A state without answers of a check, before and after. `etag`: what must be there; null: nothing. */
export interface StatePart {
  readonly kind: 'state';
  readonly key: string;
  readonly value: string;
  readonly etag: string | null;
  readonly newEtag: string;
  readonly expiresAt: number;
  readonly now: number;
}

/** What most turns write. */
export type TurnPart = HandledPart | LetterPart | StatePart;

/** Writes the parts of a turn, each kind once at most, all or none. @throws StateConflictError */
export type EndTurn = (parts: readonly TurnPart[]) => Promise<void>;

type Values = Omit<HandledPart, 'kind'> & Omit<LetterPart, 'kind'> & Omit<StatePart, 'kind'>;

const COLUMNS = [
  'activity',
  'handledUntil',
  'id',
  'conversation',
  'body',
  'at',
  'until',
  'key',
  'value',
  'etag',
  'newEtag',
  'expiresAt',
  'now',
] as const satisfies readonly (keyof Values)[];
const NOTHING = Object.fromEntries(COLUMNS.map((column) => [column, null])) as unknown as Values;

const insertEnd = createStatement<Values>((on, slot) => {
  const values = sql.join(COLUMNS.map((column) => slot(column)));
  return { compile: () => sql`insert into turn_ends values (${values})`.compile(on) };
});

/**
 * Writes the end of a turn as one statement (SQLite): a row put into a view, whose trigger writes what belongs to it. With a
 * transaction round them it takes six, and each costs as much as the writing. View and trigger are the connection's own.
 *
 * @param instance who holds the letters: all the time, since one process uses the file
 */
export const createEndTurn = async (query: Kysely<Tables>, instance: string): Promise<EndTurn> => {
  const columns = sql.join(COLUMNS.map((column) => sql`null as ${sql.ref(column)}`));
  const holder = sql.lit(instance);
  await sql`create temp view turn_ends as select ${columns}`.execute(query);
  await sql`create temp trigger end_turn instead of insert on turn_ends begin
    select raise(abort, 'another state is there') where new.key is not null and case when new.etag is null
      then exists (select 1 from bot_state where key = new.key and expires_at > new.now)
      else not exists (select 1 from bot_state where key = new.key and etag = new.etag) end;
    insert into handled_activities (id, expires_at)
      select new.activity, new."handledUntil" where new.activity is not null on conflict (id) do nothing;
    update letters set state = 'past' where conversation = new.conversation and state != 'waiting';
    insert into letters
        (id, conversation, body, state, message_ids, created_at, expires_at, claimed_by, claim_until)
      select new.id, new.conversation, new.body, 'waiting', '[]', new.at, new.until, ${holder}, new.until
      where new.id is not null;
    insert into bot_state (key, value, etag, answers, expires_at)
      select new.key, new.value, new."newEtag", 0, new."expiresAt" where new.key is not null
      on conflict (key) do update set
        value = excluded.value, etag = excluded.etag, answers = excluded.answers, expires_at = excluded.expires_at;
    end`.execute(query);
  return async (parts) => {
    try {
      await insertEnd(query, Object.assign({}, NOTHING, ...parts) as Values);
    } catch (error) {
      // Ids of letters are new: what else may not be so is the state.
      if (error instanceof StorageUnavailableError && error.code === 'SQLITE_CONSTRAINT')
        throw new StateConflictError();
      throw error;
    }
  };
};
