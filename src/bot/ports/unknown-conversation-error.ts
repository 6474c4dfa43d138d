/** There is no such conversation, or no more. */
export class UnknownConversationError extends Error {
  constructor() {
    super('There is no such conversation.');
    this.name = 'UnknownConversationError';
  }
}
