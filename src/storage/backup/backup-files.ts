import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A folder in which a backup is being made. */
export const WORK_PREFIX = '.backup-';
/** Milliseconds after which such a folder is one that a killed process left behind. */
const LEFT_AFTER_MS = 86_400_000;

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

/** Deletes what backups that were killed while they were made left in a folder: it holds what patients wrote. */
export const deleteLeftovers = (folder: string): void => {
  for (const name of readdirSync(folder).filter((name) => name.startsWith(WORK_PREFIX))) {
    const path = join(folder, name);
    const { mtimeMs } = statSync(path);
    if (Date.now() - mtimeMs > LEFT_AFTER_MS) rmSync(path, { recursive: true, force: true });
  }
};
