import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';

import { type Letter, isOfCheck } from '../../bot/ports/letter';
import type { Outbox } from '../../bot/ports/outbox';
import type { Database } from '../engine/database';
import { databaseClock } from '../engine/database-clock';
import { hashKey } from '../engine/hash-key';
import { readStoredJson } from '../engine/read-stored-json';
import { runAgain } from '../engine/run-again';
import { createStatement } from '../engine/statement';
import { StorageUnavailableError } from '../../bot/ports/storage-unavailable-error';
import { currentTurn } from '../turns/turn';

/** The outbox over a database. */
export interface StoredOutbox extends Outbox {
  readonly stop: () => void;
}

interface Dependencies {
  readonly database: Database;
  readonly now?: () => number;
}

/** A letter left by a run that ended is sent for so long: an answer after more than that is one to nobody. */
const LATEST_MS = 600_000;
/** What became of a question is known as long as a check waits for an answer. */
const KNOWN_MS = 1_800_000;
/** Without a sign of life for so long, another instance takes a letter over (PostgreSQL). */
const LEASE_MS = 15_000;
const RENEW_MS = 4_000;
/** Milliseconds before it is written again that a letter has arrived; twice as long each time, up to the longest. */
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;
/** What has arrived leaves no copy in the file after so long: emptying its log for each letter would slow all of them. */
const ERASE_MS = 1_000;

interface NewLetter {
  readonly id: string;
  readonly key: string;
  readonly body: string;
  readonly at: number;
  readonly end: number;
}

/** Creates it. On SQLite a letter of another instance is left by a dead one: one process uses the file. */
export const createOutbox = ({ database, now = Date.now }: Dependencies): StoredOutbox => {
  const { query, instance } = database;
  const shared = database.kind === 'postgres';
  const until = sql<number>`${databaseClock(database.kind)} + ${sql.lit(LEASE_MS)}`;
  const held = new Set<string>();
  const passQuestions = createStatement<{ readonly key: string }>((on, slot) =>
    on
      .updateTable('letters')
      .set({ state: 'past' })
      .where('conversation', '=', slot('key'))
      .where('state', '!=', 'waiting'),
  );
  const insertLetter = createStatement<NewLetter>((on, slot) =>
    on.insertInto('letters').values({
      id: slot('id'),
      conversation: slot('key'),
      body: slot('body'),
      state: 'waiting',
      message_ids: '[]',
      created_at: slot('at'),
      expires_at: slot('end'),
      claimed_by: instance,
      claim_until: until,
    }),
  );
  const deleteLetter = createStatement<{ readonly id: string }>((on, slot) =>
    on.deleteFrom('letters').where('id', '=', slot('id')),
  );

  const renew = async (): Promise<void> => {
    if (held.size === 0) return;
    await database.alive
      .updateTable('letters')
      .set({ claim_until: until })
      .where('claimed_by', '=', instance)
      .where('id', 'in', [...held])
      .execute();
  };
  /** One of ours that nobody sends any more is one whose end could not be stored: what became of it was told then. */
  const forgetOwn = async (): Promise<void> => {
    await query
      .deleteFrom('letters')
      .where('expires_at', '<=', now())
      .where('claimed_by', '=', instance)
      .$if(held.size > 0, (own) => own.where('id', 'not in', [...held]))
      .execute();
  };
  const timer = shared ? setInterval(() => void renew().catch(() => undefined), RENEW_MS).unref() : undefined;

  const remember = (id: string, state: 'arrived' | 'lost', ids: readonly string[]): Promise<unknown> =>
    query
      .updateTable('letters')
      .set({ state, body: '', message_ids: JSON.stringify(ids), expires_at: now() + KNOWN_MS })
      .where('id', '=', id)
      .execute();
  /** Meanwhile the letter stays held: another instance, or the next run, would send it a second time. */
  const insist = (write: () => Promise<unknown>): Promise<unknown> => {
    const end = performance.now() + LATEST_MS;
    return runAgain(write, {
      first: FIRST_PAUSE_MS,
      longest: LONGEST_PAUSE_MS,
      isWorth: (error) => error instanceof StorageUnavailableError && !stopped && performance.now() <= end,
      keepsAlive: false,
    });
  };

  let stopped = false;
  let erasing: NodeJS.Timeout | undefined;
  const eraseSoon = (): void => {
    erasing ??= setTimeout(() => {
      erasing = undefined;
      void database.eraseTraces();
    }, ERASE_MS).unref();
  };

  return {
    keep(conversation, letter, send) {
      const turn = currentTurn();
      if (turn === undefined) return false;
      const id = randomUUID();
      const key = hashKey(conversation);
      const at = now();
      const [body, until] = [database.seal(JSON.stringify(letter)), at + LATEST_MS];
      turn.defer(
        async (write) => {
          // An answer may still name an earlier question: what is known of it goes when it expires.
          await passQuestions(write, { key });
          await insertLetter(write, { id, key, body, at, end: until });
        },
        'first',
        () => ({ kind: 'letter', id, conversation: key, body, at, until }),
      );
      turn.afterwards(() => {
        held.add(id);
        return send(id);
      });
      return true;
    },
    async close(id, letter, outcome) {
      try {
        if (outcome.kind === 'kept') return;
        if (isOfCheck(letter))
          await insist(() => remember(id, outcome.kind, outcome.kind === 'arrived' ? outcome.ids : []));
        else await insist(() => deleteLetter(query, { id }));
      } finally {
        held.delete(id);
      }
      if (isOfCheck(letter)) await database.eraseTraces();
      else eraseSoon();
    },
    async last(conversation) {
      const rows = await query
        .selectFrom('letters')
        .select(['state', 'message_ids'])
        .where('conversation', '=', hashKey(conversation))
        .orderBy('created_at', 'desc')
        .execute();
      const row = rows.find(({ state }) => state !== 'past');
      if (row === undefined) return undefined;
      if (row.state !== 'arrived') return { kind: 'unsure' };
      const earlier = rows.filter(({ state }) => state === 'past').flatMap(readIds);
      return { kind: 'arrived', ids: readIds(row), earlier };
    },
    async takeLeft() {
      await query.deleteFrom('letters').where('expires_at', '<=', now()).where('state', '!=', 'waiting').execute();
      await forgetOwn();
      // Whoever takes an expired one over counts it: two instances never count the same.
      const rows = await query
        .updateTable('letters')
        .set({ claimed_by: instance, claim_until: until })
        .where('state', '=', 'waiting')
        .where('claimed_by', '!=', instance)
        .$if(shared, (update) => update.where('claim_until', '<=', databaseClock(database.kind)))
        .returning(['id', 'body', 'created_at', 'expires_at'])
        .execute();
      const inOrder = [...rows].sort((one, other) => one.created_at - other.created_at);
      const late = inOrder.filter(({ expires_at: end }) => end <= now());
      const left = inOrder.filter(({ expires_at: end }) => end > now());
      left.forEach(({ id }) => held.add(id));
      if (late.length > 0) {
        const ids = late.map(({ id }) => id);
        await query.deleteFrom('letters').where('id', 'in', ids).execute();
        await database.eraseTraces();
      }
      const read = (body: string): Letter => readStoredJson(body) as Letter;
      return {
        left: left.map(({ id, body }) => ({ id, letter: read(body) })),
        late: late.map(({ body }) => read(body)),
      };
    },
    stop: () => {
      stopped = true;
      clearInterval(timer);
      clearTimeout(erasing);
    },
  };
};

function readIds({ message_ids: ids }: { readonly message_ids: string }): readonly string[] {
  return readStoredJson(ids) as readonly string[];
}
