import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Config } from '../program/settings/config';
import { backUp } from '../storage/backup/back-up';
import { deleteOldBackups, nameBackup } from '../storage/backup/backup-files';
import { runCommand } from './command/run-command';
import { withDatabase } from './command/with-database';

const USAGE = `Usage:
  npm run backup                       everything that is kept, as it is now, into BACKUP_DIR; the newest BACKUP_KEEP stay
  npm run backup -- --to FOLDER        into another folder
  npm run backup -- --keep 30          so many stay
  npm run backup -- --without-keys     without the key that signs tokens and without the staff's sessions

It reads the same .env as the server, which may run meanwhile. A backup holds patients' messages: keep it as safe as
the data itself, and no longer. It brings back with npm run restore -- FILE.
Exit status: 0 done, 1 it could not be made, 2 wrong use.
`;

interface Options {
  readonly to: string | undefined;
  readonly keep: number | undefined;
  readonly keys: boolean;
}

async function makeBackup({ to, keep, keys }: Options, config: Config): Promise<void> {
  const folder = resolve(to ?? config.backups.directory);
  const file = join(folder, nameBackup(new Date()));
  await withDatabase(config, (database) => backUp(database, { file, keys }));
  console.log(`${file} (${Math.ceil(statSync(file).size / 1024)} kB)`);
  for (const name of deleteOldBackups(folder, keep ?? config.backups.keep)) console.log(`deleted ${name}`);
}

function readOptions(words: readonly string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { to: { type: 'string' }, keep: { type: 'string' }, 'without-keys': { type: 'boolean' } },
    });
    const keep = values.keep === undefined ? undefined : Number(values.keep);
    if (keep !== undefined && !(Number.isInteger(keep) && keep >= 1)) return undefined;
    return { to: values.to, keep, keys: values['without-keys'] !== true };
  } catch {
    return undefined;
  }
}

void runCommand({ usage: USAGE, options: readOptions(process.argv.slice(2)), run: makeBackup });
