import { StorageUnavailableError } from '../../bot/ports/storage-unavailable-error';

/** What was stored as JSON. @throws StorageUnavailableError where a damaged page made something else of it */
export const readStoredJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Not the parser's error: it quotes the text.
    throw new StorageUnavailableError('corrupt', undefined);
  }
};
