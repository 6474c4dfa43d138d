import { StorageUnavailableError } from './storage-unavailable-error';

/** What was stored as JSON. @throws StorageUnavailableError where a damaged page made something else of it */
export const readStoredJson = <Value>(text: string): Value => {
  try {
    return JSON.parse(text) as Value;
  } catch {
    // Not the parser's error: it quotes the text.
    throw new StorageUnavailableError('corrupt', undefined);
  }
};
