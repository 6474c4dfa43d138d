import type { Config } from '../../program/settings/config';
import { databasePlace } from '../../program/stores/open-stores';
import type { Database } from '../../storage/engine/database';
import { openDatabase } from '../../storage/engine/open-database';

/** Opens the server's database for some work and closes it again. @throws StorageSetupError, and what the work throws */
export async function withDatabase<Result>(
  config: Config,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase(databasePlace(config.database));
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
