import {
  copyFileSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

import type { Database } from '../engine/database';
import { claimFolder } from '../engine/claim-folder';
import { type DatabasePlace, openDatabase } from '../engine/open-database';
import { readErrorCode } from '../engine/read-error-code';
import { StorageSetupError } from '../engine/storage-setup-error';
import { copyRows, countOn, findFilled } from './copy-rows';

const unpack = async (file: string, copy: string): Promise<Database> => {
  if (!existsSync(file)) throw new StorageSetupError(`There is no file ${file}.`);
  try {
    await pipeline(createReadStream(file), createGunzip(), createWriteStream(copy, { mode: 0o600 }));
  } catch (error) {
    if (isFull(error)) throw refuseFull(tmpdir(), 'Make room there, or set TMPDIR to another folder.');
    throw new StorageSetupError(`${file} is no backup of this program, or it is damaged: it cannot be unpacked.`);
  }
  // Brings what an older version made up to date, and refuses what a newer one made.
  return openDatabase({ file: copy });
};

const isFull = (error: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes(readErrorCode(error) ?? '');

const refuseFull = (folder: string, remedy: string): StorageSetupError =>
  new StorageSetupError(`The backup does not fit into ${folder}: the disk is full. ${remedy}`);

const refuseFilled = (where: string): StorageSetupError =>
  new StorageSetupError(
    `${where} is in use: a backup is restored into an empty place, so that nothing is overwritten. Move what is there ` +
      'away, or name another place.',
  );

const restoreFile = (copy: string, file: string): void => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const leave = claimFolder(dirname(file));
  const part = `${file}.part`;
  try {
    if (existsSync(file)) throw refuseFilled(`The file ${file}`);
    // Whole or not at all: a part of a database would be in the way of the next try.
    copyFileSync(copy, part);
    renameSync(part, file);
  } catch (error) {
    throw isFull(error) ? refuseFull(dirname(file), 'Make room there.') : error;
  } finally {
    rmSync(part, { force: true });
    leave();
  }
};

const restorePostgres = async (from: Database, url: string): Promise<void> => {
  const to = await openDatabase({ url });
  try {
    const filled = await findFilled(to.query);
    if (filled.length > 0) throw refuseFilled(`The database of DATABASE_URL (${filled.join(', ')})`);
    await to.write(async (write) => {
      await copyRows(from, { query: write, seal: (text) => to.seal(text) });
      await countOn(write);
    });
  } finally {
    await to.close();
  }
};

/**
 * Restores a backup, of either engine, into an empty place of either engine.
 *
 * @throws StorageSetupError where the file is no backup, a newer version made it, or the place is not empty: then
 * nothing has changed
 */
export const restore = async (file: string, place: DatabasePlace): Promise<void> => {
  const work = mkdtempSync(join(tmpdir(), 'prp-restore-'));
  try {
    const copy = join(work, 'assistant.db');
    const from = await unpack(file, copy);
    try {
      if ('url' in place) await restorePostgres(from, place.url);
    } finally {
      await from.close();
    }
    if ('file' in place) restoreFile(copy, place.file);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};
