/**
 * A turn stood still so long that another instance took its place, or was given up. Nothing of it was written; unless the
 * other one handles it, the activity counts as not handled.
 */
export class TurnLostError extends Error {
  constructor() {
    super('The turn lost its place to another one; nothing was written.');
    this.name = 'TurnLostError';
  }
}
