import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const NAME = /^assistant-\d{8}T\d{6}Z\.db\.gz$/;

/** The name of a backup made at a moment, such as assistant-20261130T020000Z.db.gz. Names sort by time. */
export const nameBackup = (at: Date): string =>
  `assistant-${at.toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '')}.db.gz`;

/** The backups of a folder, oldest first; other files are not touched. */
export const listBackups = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => NAME.test(name))
        .sort()
    : [];

/** Deletes all but the newest `keep` backups of a folder. Returns what was deleted. */
export const deleteOldBackups = (folder: string, keep: number): readonly string[] => {
  const old = listBackups(folder).slice(0, -keep);
  for (const name of old) rmSync(join(folder, name));
  return old;
};

/** When the newest backup of a folder was made, in milliseconds since 1970; undefined where there is none. */
export const readNewestBackup = (folder: string): number | undefined => {
  const newest = listBackups(folder).at(-1);
  return newest === undefined ? undefined : statSync(join(folder, newest)).mtimeMs;
};
