import type { ContentStore, Publication } from '../../staff/content/content-store';
import type { Database } from '../engine/database';
import { holdLock } from '../engine/hold-lock';
import type { Write } from '../engine/write';
import { writeAudit } from '../staff/write-audit';

interface Dependencies {
  readonly database: Database;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** All publications are told under one key. */
export const ALL_CONTENT = 'all';

/** Rolls back what was made over something that changed meanwhile. */
export class Changed extends Error {}

/** Deletes a draft; false where it changed meanwhile. */
export async function takeDraft(write: Write, key: string, stamp: string): Promise<boolean> {
  const { numDeletedRows } = await write
    .deleteFrom('content_drafts')
    .where('item', '=', key)
    .where('stamp', '=', stamp)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/**
 * Publishing is one transaction: killed in the middle, nothing of it is there, neither the content nor who changed it. One
 * at a time over all instances: a number given out earlier is never seen later, so that nobody who reads the last one
 * misses another.
 */
export const createPublish =
  ({ database, now }: Dependencies): ContentStore['publish'] =>
  async (publication) => {
    const { questions } = publication;
    try {
      const number = await database.write((write) => writePublication(write, publication, { database, now }));
      database.signals.tell('content', ALL_CONTENT);
      if (questions.length > 0) await database.eraseTraces();
      return number;
    } catch (error) {
      if (error instanceof Changed) return undefined;
      throw error;
    }
  };

async function writePublication(
  write: Write,
  { by, approvedBy, changes, questions, events }: Publication,
  { database, now }: Dependencies,
): Promise<number> {
  await holdLock(write, database.kind, 'publish');
  for (const change of changes) if (!(await isStillOver(write, change))) throw new Changed();
  const { number } = await write
    .insertInto('content_revisions')
    .values({ at: now(), by_name: by, approved_by: approvedBy })
    .returning('number')
    .executeTakeFirstOrThrow();
  for (const { key, value, base, stamp } of changes) {
    if (stamp !== undefined && !(await takeDraft(write, key, stamp))) throw new Changed();
    await write
      .insertInto('content_changes')
      .values({ revision: number, item: key, value: value === null ? null : JSON.stringify(value), base })
      .execute();
  }
  if (questions.length > 0)
    await write
      .deleteFrom('unanswered')
      .where('text', 'in', [...questions])
      .execute();
  await writeAudit(write, events, now());
  await database.signals.announce(write, 'content', ALL_CONTENT);
  return number;
}

/** Whether what is live of an item is what the change was made over. */
async function isStillOver(write: Write, { key, over }: Publication['changes'][number]): Promise<boolean> {
  if (over === undefined) return true;
  const last = await write
    .selectFrom('content_changes')
    .select(['revision', 'value'])
    .where('item', '=', key)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (last === undefined || last.value === null ? 0 : last.revision) === over;
}
