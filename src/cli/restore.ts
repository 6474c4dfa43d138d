import { resolve } from 'node:path';
import type { Config } from '../program/settings/config';
import { databasePlace } from '../program/stores/open-stores';
import { restore } from '../storage/backup/restore';
import { runCommand } from './command/run-command';

const USAGE = `Usage:
  npm run restore -- FILE   brings back a backup into the database of .env, which must be empty; stop the server before

A backup of SQLite can be restored into PostgreSQL and the other way round.
Exit status: 0 done, 1 nothing was changed, and why, 2 wrong use.
`;

/** The file to be restored; undefined where it is not named alone. */
function readFile([file, ...others]: readonly string[]): string | undefined {
  return file?.startsWith('-') === true || others.length > 0 ? undefined : file;
}

async function restoreFrom(file: string, config: Config): Promise<void> {
  await restore(resolve(file), databasePlace(config.database));
  console.log(`Restored ${file}. Start the server.`);
}

void runCommand({ usage: USAGE, options: readFile(process.argv.slice(2)), run: restoreFrom });
