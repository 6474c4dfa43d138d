import type { Config } from '../../config';
import { databasePlace } from '../../open-stores';
import type { Database } from '../../storage/database';
import { openDatabase } from '../../storage/open-database';

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
