import { createReadStream, createWriteStream, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import { sql } from 'kysely';

import type { Database } from '../engine/database';
import { openDatabase } from '../engine/open-database';
import { deleteLeftovers, WORK_PREFIX } from './backup-files';
import { copyRows } from './copy-rows';

/** What a backup is to hold. */
export interface BackupWish {
  /** Its file, in a folder that may be missing; made whole or not at all, for its owner only. */
  readonly file: string;
  /** False leaves out the key that signs tokens and the staff's sessions: everybody opens the chat anew and signs in again. */
  readonly keys: boolean;
}

/** A file of its own, whatever is written meanwhile: SQLite's own copy of one moment. */
const copySqlite = async (database: Database, file: string): Promise<void> => {
  await sql`vacuum into ${file}`.execute(database.query);
};

const copyPostgres = async (database: Database, file: string): Promise<void> => {
  const copy = await openDatabase({ file });
  try {
    await database.query
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((moment) =>
        copy.write((write) =>
          copyRows({ query: moment, kind: 'postgres' }, { query: write, seal: (text) => copy.seal(text) }),
        ),
      );
  } finally {
    await copy.close();
  }
};

const leaveKeysOut = async (file: string): Promise<void> => {
  const copy = await openDatabase({ file });
  try {
    await copy.query.deleteFrom('settings').where('name', '=', 'signing-key').execute();
    await copy.query.deleteFrom('staff_sessions').execute();
    await copy.query.deleteFrom('staff_invitations').execute();
  } finally {
    await copy.close();
  }
};

/**
 * Writes everything the program keeps, as it is at one moment, while the server runs. A backup of either engine is a
 * compressed SQLite file, so that one can be restored into the other.
 *
 * @throws StorageUnavailableError, or Node's error of the file system
 */
export const backUp = async (database: Database, { file, keys }: BackupWish): Promise<void> => {
  const folder = join(file, '..');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  deleteLeftovers(folder);
  const work = mkdtempSync(join(folder, WORK_PREFIX));
  try {
    const copy = join(work, 'assistant.db');
    await (database.kind === 'postgres' ? copyPostgres : copySqlite)(database, copy);
    if (!keys) await leaveKeysOut(copy);
    const packed = join(work, basename(file));
    await pipeline(createReadStream(copy), createGzip(), createWriteStream(packed, { mode: 0o600 }));
    renameSync(packed, file);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};
