import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Config } from '../../program/settings/config';
import { readNewestBackup } from '../../storage/backup/backup-files';
import { type Finding, findingsOf } from './finding';

const { ok, warning, fault } = findingsOf('disk');
const MB = 1_000_000;
const HOUR = 3_600_000;
/** A day of a busy clinic is some MB; what is learnt from the content takes 60. */
const LITTLE = 1000 * MB;
const TOO_LITTLE = 100 * MB;
const OTHERS = 0o007;

/** Looks at the folders: room, rights, and how old the newest backup is. */
export async function checkDisk({ dataDirectory, backups }: Config): Promise<readonly Finding[]> {
  const folder = existing(resolve(dataDirectory));
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const said = `${Math.round(free / MB)} MB free in ${folder}`;
  const remedy = 'make room: on a full disk only urgent messages are answered';
  return [
    free < TOO_LITTLE ? fault(said, remedy) : free < LITTLE ? warning(said, remedy) : ok(said),
    ...checkRights(folder),
    ...checkBackups(backups),
  ];
}

function checkRights(folder: string): Finding[] {
  const { mode } = statSync(folder);
  const isOpen = process.platform !== 'win32' && (mode & OTHERS) !== 0 && folder.endsWith('data');
  const open = isOpen ? [warning(`others may look into ${folder}`, `chmod 700 ${folder}`)] : [];
  try {
    rmSync(mkdtempSync(join(folder, '.doctor-')), { recursive: true });
    return open;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
      return [...open, fault(`no file can be made in ${folder}: the disk is full, or out of inodes`, 'make room')];
    return [...open, fault(`this user may not write to ${folder}`, 'give it the folder, or set DATA_DIR')];
  }
}

function checkBackups({ directory, hours }: Config['backups']): Finding[] {
  const newest = readNewestBackup(directory);
  if (newest === undefined) return [warning(`no backup in ${directory}`, 'npm run backup')];
  const age = Math.round((Date.now() - newest) / HOUR);
  const said = `the newest backup is ${age} hours old`;
  return [hours > 0 && age > 2 * hours ? fault(said, 'look for "no backup could be made" in the log') : ok(said)];
}

/** The folder, or the nearest one above it that is there. */
function existing(folder: string): string {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true ? folder : existing(dirname(folder));
}
