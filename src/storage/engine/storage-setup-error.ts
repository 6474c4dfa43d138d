/** The database cannot be used as the operator set it up. The message is plain English, one cause and what to do. */
export class StorageSetupError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StorageSetupError';
  }
}
