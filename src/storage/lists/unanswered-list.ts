import { sql } from 'kysely';

import type { Database } from '../engine/database';
import { hashKey } from '../engine/hash-key';
import { type Asker, linkAsker } from './unanswered-askers';
import type { Write } from '../engine/write';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** Characters kept of a question: enough to know it by, too few for a medical history. */
const MOST_CHARACTERS = 500;
/** Different questions kept for each day: the list is for reading, and nobody may fill the disk with it. */
const MOST_A_DAY = 2_000;
/** … and within an hour of it, so few that no hour takes the room of the rest of the day: nobody fills it by machine. */
const MOST_AN_HOUR = Math.floor(MOST_A_DAY / 25);

/** A question the assistant could not answer. The text has been scrubbed by the caller. */
interface UnansweredQuestion {
  readonly text: string;
  /** What it got instead of an answer, such as `unknown` or `unsure`. */
  readonly kind: string;
  /** Who asked: deleting what is kept of them takes the question out again. Default: nobody known. */
  readonly asker?: Asker | undefined;
  /** Milliseconds since 1970. Default: now. */
  readonly at?: number;
}

/** A question of the list, and how often it was asked. */
export interface UnansweredEntry {
  readonly text: string;
  readonly kind: string;
  readonly times: number;
  /** Milliseconds since 1970. */
  readonly lastAt: number;
}

/** What patients asked that the assistant could not answer, counted by day. */
export interface UnansweredList {
  /** Adds a question; equal texts are counted. Does nothing when the list is switched off. */
  record(question: UnansweredQuestion): Promise<void>;
  /** The most frequent questions of the last `days` days, most frequent first. */
  list(show: { readonly limit: number; readonly days: number }): Promise<readonly UnansweredEntry[]>;
  /** Deletes questions by their texts, for good. Returns how many there were. */
  forget(texts: readonly string[]): Promise<number>;
  /** Deletes what is older than the list keeps; everything when it is switched off. Returns how many rows. */
  purge(): Promise<number>;
}

interface Dependencies {
  readonly database: Database;
  /** Days a question is kept; 0 switches the list off. Default 30. */
  readonly days?: number;
  readonly now?: () => number;
}

const readDay = (at: number): number => Math.floor(at / DAY_MS);

/** PostgreSQL stores no NUL character. */
const readText = (text: string): string => text.replaceAll('\u0000', ' ').trim().slice(0, MOST_CHARACTERS);

/** Creates the list. */
export const createUnansweredList = ({ database, days = 30, now = Date.now }: Dependencies): UnansweredList => {
  const { query } = database;

  const isFull = async (write: Write, at: number): Promise<boolean> => {
    const { day, hour } = await write
      .selectFrom('unanswered')
      .select(({ fn }) => fn.countAll<number>().as('day'))
      .select(sql<number | null>`sum(case when last_at > ${at - HOUR_MS} then 1 else 0 end)`.as('hour'))
      .where('day', '=', readDay(at))
      .executeTakeFirstOrThrow();
    return day >= MOST_A_DAY || (hour ?? 0) >= MOST_AN_HOUR;
  };
  const countAgain = async (write: Write, { day, hash, at }: { day: number; hash: string; at: number }) => {
    const { numUpdatedRows } = await write
      .updateTable('unanswered')
      .set({ times: sql`times + 1`, last_at: at })
      .where('day', '=', day)
      .where('hash', '=', hash)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  };

  return {
    record: async ({ text, kind, asker, at = now() }) => {
      const kept = readText(text);
      if (days <= 0 || kept === '') return;
      const [day, hash] = [readDay(at), hashKey(kind, kept)];
      await database.write(async (write) => {
        if (!(await countAgain(write, { day, hash, at }))) {
          if (await isFull(write, at)) return;
          await write
            .insertInto('unanswered')
            .values({ day, hash, kind, text: kept, times: 1, last_at: at })
            .onConflict((conflict) =>
              conflict.columns(['day', 'hash']).doUpdateSet({ times: sql`unanswered.times + 1`, last_at: at }),
            )
            .execute();
        }
        if (asker !== undefined) await linkAsker(write, asker, { day, hash });
      });
    },
    list: async ({ limit, days: shown }) => {
      const rows = await query
        .selectFrom('unanswered')
        .select(['text', 'kind'])
        .select(({ fn }) => [fn.sum<number>('times').as('times'), fn.max<number>('last_at').as('lastAt')])
        // From now, not from midnight: a question asked an hour too long ago is not of the last day.
        .where('last_at', '>', now() - Math.min(shown, days) * DAY_MS)
        .groupBy(['hash', 'text', 'kind'])
        .orderBy('times', 'desc')
        .orderBy('lastAt', 'desc')
        .limit(limit)
        .execute();
      return rows;
    },
    forget: async (texts) => {
      if (texts.length === 0) return 0;
      await query
        .deleteFrom('unanswered')
        .where('text', 'in', [...texts])
        .execute();
      await database.eraseTraces();
      return texts.length;
    },
    purge: async () => {
      // At most two thousand rows a day: a step for each.
      const { first } = await query
        .selectFrom('unanswered')
        .select(({ fn }) => fn.min<number | null>('day').as('first'))
        .executeTakeFirstOrThrow();
      let all = 0;
      for (let day = first ?? Infinity; day <= readDay(now()) - days; day += 1) {
        const { numDeletedRows } = await query.deleteFrom('unanswered').where('day', '=', day).executeTakeFirst();
        await query.deleteFrom('unanswered_askers').where('day', '=', day).execute();
        all += Number(numDeletedRows);
      }
      return all;
    },
  };
};
