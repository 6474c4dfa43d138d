import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { BackupConfig } from '../settings/config';
import { readNewestBackup } from '../../storage/backup/backup-files';
import { PROJECT } from '../project-folder';

const HOUR_MS = 3_600_000;
/** Milliseconds between looks whether a backup is due: a start soon after the last one makes none. */
const LOOK_MS = 60_000;
/** Seen from src and from dist alike. */
const PROGRAM = join(PROJECT, 'dist/cli/backup.js');

/** Days after which the backups made today have been replaced by newer ones; 0 where none are made by themselves. */
export function daysOfBackups({ hours, keep }: BackupConfig): number {
  return Math.ceil((hours * keep) / 24);
}

/**
 * Makes backups when they are due, each in a process of its own: no turn waits for it. A failure is logged, and tried
 * again at the next look.
 *
 * @returns what ends it
 */
export function keepBackups({ directory, hours }: BackupConfig, log: Logger): () => void {
  if (hours === 0) return () => undefined;
  let running = false;
  let madeAt = -Infinity;
  /** A backup of an hour to come was made while the clock was wrong: then only what was made since the start counts. */
  const isDue = (): boolean => {
    const age = Date.now() - (readNewestBackup(directory) ?? -Infinity);
    return age >= hours * HOUR_MS || (age < -HOUR_MS && performance.now() - madeAt >= hours * HOUR_MS);
  };
  const look = (): void => {
    if (running || !isDue()) return;
    running = true;
    const child = spawn(process.execPath, [PROGRAM], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    const end = (code: number | null): void => {
      running = false;
      if (code === 0) madeAt = performance.now();
      if (code === 0) log.info({ directory }, 'a backup was made');
      else log.error({ directory, code, said: said.trim().slice(0, 500) }, 'no backup could be made');
    };
    child.once('error', () => end(null));
    child.once('close', end);
  };
  look();
  const timer = setInterval(look, LOOK_MS).unref();
  return () => clearInterval(timer);
}
