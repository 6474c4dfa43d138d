/**
 * What a turn wanted to save was changed by another turn since it was read; nothing of the turn was written.
 * Running the turn again on fresh state is safe.
 */
export class StateConflictError extends Error {
  constructor() {
    super('The state was changed by another turn; nothing was written (eTag conflict).');
    this.name = 'StateConflictError';
  }
}
