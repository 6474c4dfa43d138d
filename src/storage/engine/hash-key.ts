import { createHash } from 'node:crypto';

/** A key of fixed length for any text: 43 characters, the same on every instance, not readable as what it was. */
export const hashKey = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
