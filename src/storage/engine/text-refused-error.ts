/**
 * A text holds a sign the database cannot keep: nothing is wrong with the database, and asking it again changes nothing.
 * Holds no value; `code` is the SQLSTATE.
 */
export class TextRefusedError extends Error {
  constructor(readonly code: string) {
    super(`The database cannot keep a sign of a text. (${code})`);
    this.name = 'TextRefusedError';
  }
}
