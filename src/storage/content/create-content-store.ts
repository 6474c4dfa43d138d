import { randomUUID } from 'node:crypto';

import type { ContentStore, Draft, PublishedItem, Version } from '../../staff/content/content-store';
import type { Database } from '../engine/database';
import type { Write } from '../engine/write';
import type { ContentDraftsTable } from './content-tables';
import { ALL_CONTENT, Changed, createPublish, takeDraft } from './create-publish';

interface Dependencies {
  readonly database: Database;
  readonly now?: () => number;
}

/** Revisions shown of one item. */
const MOST_VERSIONS = 100;
const readValue = (json: string | null): unknown => (json === null ? null : (JSON.parse(json) as unknown));

const toDraft = ({ item, value, stamp, by_name, at, waiting, questions }: ContentDraftsTable): Draft => ({
  key: item,
  value: readValue(value),
  stamp,
  by: by_name,
  at,
  waiting: waiting === 1,
  questions: JSON.parse(questions) as readonly string[],
});

/** Creates it over an open database. A publication is one transaction: killed in the middle, nothing of it is there. */
export const createContentStore = ({ database, now = Date.now }: Dependencies): ContentStore => {
  const { query, signals } = database;

  const items = async (): Promise<PublishedItem[]> => {
    const rows = await query
      .selectFrom('content_changes as change')
      .select(['change.item', 'change.value', 'change.base', 'change.revision'])
      .where('change.revision', '=', (inner) =>
        inner
          .selectFrom('content_changes as later')
          .select(({ fn }) => fn.max('later.revision').as('last'))
          .whereRef('later.item', '=', 'change.item'),
      )
      .where('change.value', 'is not', null)
      .execute();
    return rows.map(({ item, value, base, revision }) => ({ key: item, value: readValue(value), base, revision }));
  };
  const history = async (key: string): Promise<Version[]> => {
    const rows = await query
      .selectFrom('content_changes as change')
      .innerJoin('content_revisions as revision', 'revision.number', 'change.revision')
      .select(['revision.number', 'revision.at', 'revision.by_name', 'revision.approved_by', 'change.value'])
      .where('change.item', '=', key)
      .orderBy('revision.number', 'desc')
      .limit(MOST_VERSIONS)
      .execute();
    return rows.map(({ number, at, by_name, approved_by, value }) => ({
      number,
      at,
      by: by_name,
      approvedBy: approved_by,
      value: readValue(value),
    }));
  };
  const saveDraft = async (
    write: Pick<Write, 'insertInto' | 'updateTable'>,
    { key, value, by, waiting, questions }: Omit<Draft, 'stamp' | 'at'>,
    stamp: string | undefined,
  ): Promise<string | undefined> => {
    const row = {
      value: JSON.stringify(value),
      stamp: randomUUID(),
      by_name: by,
      at: now(),
      waiting: waiting ? 1 : 0,
      questions: JSON.stringify(questions),
    };
    if (stamp === undefined) {
      const { numInsertedOrUpdatedRows } = await write
        .insertInto('content_drafts')
        .values({ item: key, ...row })
        .onConflict((conflict) => conflict.column('item').doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n ? row.stamp : undefined;
    }
    const { numUpdatedRows } = await write
      .updateTable('content_drafts')
      .set(row)
      .where('item', '=', key)
      .where('stamp', '=', stamp)
      .executeTakeFirst();
    return numUpdatedRows === 1n ? row.stamp : undefined;
  };
  const findDraft = async (key: string): Promise<Draft | undefined> => {
    const row = await query.selectFrom('content_drafts').selectAll().where('item', '=', key).executeTakeFirst();
    return row && toDraft(row);
  };

  return {
    latest: async () => {
      const row = await query
        .selectFrom('content_revisions')
        .select(({ fn }) => fn.max('number').as('last'))
        .executeTakeFirst();
      return row?.last ?? 0;
    },
    items,
    history,
    revisions: async (limit) => {
      const rows = await query
        .selectFrom('content_revisions')
        .selectAll()
        .orderBy('number', 'desc')
        .limit(limit)
        .execute();
      const [oldest] = rows.slice(-1);
      const changes = await query
        .selectFrom('content_changes')
        .select(['revision', 'item'])
        .where('revision', '>=', oldest?.number ?? 0)
        .execute();
      return rows.map(({ number, at, by_name, approved_by }) => ({
        number,
        at,
        by: by_name,
        approvedBy: approved_by,
        keys: changes.filter(({ revision }) => revision === number).map(({ item }) => item),
      }));
    },
    drafts: async () => {
      const rows = await query.selectFrom('content_drafts').selectAll().orderBy('at', 'desc').execute();
      return rows.map(toDraft);
    },
    findDraft,
    saveDraft: (draft, stamp) => saveDraft(query, draft, stamp),
    saveDrafts: async (drafts) => {
      try {
        await database.write(async (write) => {
          for (const { draft, stamp } of drafts)
            if ((await saveDraft(write, draft, stamp)) === undefined) throw new Changed();
        });
        return true;
      } catch (error) {
        if (error instanceof Changed) return false;
        throw error;
      }
    },
    dropDraft: (key, stamp) => database.write((write) => takeDraft(write, key, stamp)),
    publish: createPublish({ database, now }),
    onPublished: (listener) => signals.listen('content', ALL_CONTENT, listener),
  };
};
