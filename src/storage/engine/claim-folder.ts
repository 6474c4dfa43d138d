import { join } from 'node:path';

import { DatabaseSync } from '@photostructure/sqlite';

import { readStorageFault } from './read-storage-fault';
import { StorageSetupError } from './storage-setup-error';
import { StorageUnavailableError } from '../../bot/ports/storage-unavailable-error';

const FILE = 'in-use.lock';
/** Milliseconds a program that is being replaced has to end: it finishes its turns first. */
const PATIENCE_MS = 2_000;

/**
 * Claims a data folder for this process: two that answer from one SQLite folder would answer everything twice. The lock
 * of an open transaction goes with its process, however that ends; command-line tools do not ask for it.
 *
 * @returns what gives the folder back
 * @throws StorageSetupError where another process has it
 */
export const claimFolder = (folder: string): (() => void) => {
  const lock = new DatabaseSync(join(folder, FILE));
  try {
    lock.exec(`pragma busy_timeout = ${PATIENCE_MS}`);
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    const fault = readStorageFault(error);
    if (!(fault instanceof StorageUnavailableError && fault.fault === 'busy')) throw fault;
    throw new StorageSetupError(
      `Another copy of this program uses the folder ${folder}. Stop it, give this one another DATA_DIR, or let both use ` +
        'one PostgreSQL database (DATABASE_URL).',
    );
  }
  return () => lock.close();
};
