/**
 * A turn took longer than it may, or stood still so long that another instance took its place.
 * Nothing of it was written; the activity counts as not handled.
 */
export class TurnLostError extends Error {
  constructor() {
    super('The turn lost its place to another one; nothing was written.');
    this.name = 'TurnLostError';
  }
}
