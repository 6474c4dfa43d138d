import { type Kysely, sql } from 'kysely';

import type { Database } from './database';
import type { Write } from './write';
import { MIGRATIONS } from './migrations';
import { StorageSetupError } from './storage-setup-error';
import type { Tables } from './tables';

/** Any number no other program on the same server is likely to use. */
const LOCK = 7_062_025_411;

const readVersion = async (write: Write): Promise<number> => {
  await write.schema
    .createTable('schema_version')
    .ifNotExists()
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute();
  const row = await write.selectFrom('schema_version').select('version').executeTakeFirst();
  return row?.version ?? 0;
};

const writeVersion = async (write: Write, version: number): Promise<void> => {
  await write.deleteFrom('schema_version').execute();
  await write.insertInto('schema_version').values({ version }).execute();
};

/**
 * Brings the schema up to date, in one transaction. Instances that start together wait for one another: on PostgreSQL
 * by an advisory lock, on SQLite because a transaction takes the write lock of the file at its start.
 *
 * @throws StorageSetupError when a newer version of this program has been here.
 */
export const migrate = async (query: Kysely<Tables>, kind: Database['kind']): Promise<void> => {
  await query.transaction().execute(async (write) => {
    if (kind === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(write);
    const version = await readVersion(write);
    if (version > MIGRATIONS.length) {
      throw new StorageSetupError(
        `The database was made by a newer version of this program (schema ${version}, this one knows ${MIGRATIONS.length}). ` +
          'Start the newer version, or restore the backup made before the update.',
      );
    }
    if (version === MIGRATIONS.length) return;
    for (const step of MIGRATIONS.slice(version)) await step(write, kind);
    await writeVersion(write, MIGRATIONS.length);
  });
};
