import { createBotStateStorage } from '../../src/storage/state/bot-state-storage';
import type { DatabasePlace } from '../../src/storage/engine/open-database';
import { openDatabase } from '../../src/storage/engine/open-database';

/** A process that opens the database, writes one value and leaves. */
const openOnce = async (place: DatabasePlace, key: string): Promise<void> => {
  const database = await openDatabase(place);
  await createBotStateStorage({ database }).write({ [key]: { eTag: '*' } });
  await database.close();
  process.stdout.write('opened\n');
};

const [, , place = '{}', key = ''] = process.argv;
openOnce(JSON.parse(place) as DatabasePlace, key).catch((error: unknown) => {
  process.stdout.write(`failed ${String(error)}\n`);
});
