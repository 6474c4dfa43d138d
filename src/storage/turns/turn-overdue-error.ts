/** A turn took longer than it may. Nothing of it was written; the activity counts as not handled. */
export class TurnOverdueError extends Error {
  constructor() {
    super('The turn took too long and was given up; nothing was written.');
    this.name = 'TurnOverdueError';
  }
}
