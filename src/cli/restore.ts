import { resolve } from 'node:path';
import { readConfig } from '../config';
import { describeStartFault } from '../describe-start-fault';
import { loadEnvironment } from '../load-environment';
import { databasePlace } from '../open-stores';
import { restore } from '../storage/backup/restore';

const USAGE = `Usage:
  npm run restore -- FILE   brings back a backup into the database of .env, which must be empty; stop the server before

A backup of SQLite can be restored into PostgreSQL and the other way round.
Exit status: 0 done, 1 nothing was changed, and why, 2 wrong use.
`;

async function main(): Promise<void> {
  const [file, ...others] = process.argv.slice(2);
  if (file === undefined || file.startsWith('-') || others.length > 0) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
    return;
  }
  try {
    const { environment, namesInFile } = loadEnvironment();
    const config = readConfig(environment, namesInFile);
    await restore(resolve(file), databasePlace(config.database));
    console.log(`Restored ${file}. Start the server.`);
  } catch (error) {
    console.error(describeStartFault(error));
    process.exitCode = 1;
  }
}

void main();
