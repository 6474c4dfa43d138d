import { StorageUnavailableError } from '../../src/bot/ports/storage-unavailable-error';
import { openDatabase } from '../../src/storage/engine/open-database';
import { StorageSetupError } from '../../src/storage/engine/storage-setup-error';

/** What a patient wrote: no error may hold it. */
export const MARKER = 'مرض-8080';
/** The words an operator reads where a database cannot be opened. */
export const openingFails = async (place: Parameters<typeof openDatabase>[0]): Promise<string> => {
  const error: unknown = await openDatabase(place).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StorageSetupError);
  return (error as StorageSetupError).message;
};
/** What work on a database failed with; nothing of what was written is in it. */
export const failure = async (work: Promise<unknown>): Promise<StorageUnavailableError> => {
  const error: unknown = await work.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StorageUnavailableError);
  expect(JSON.stringify([error, String(error), (error as Error).stack])).not.toContain(MARKER);
  return error as StorageUnavailableError;
};
