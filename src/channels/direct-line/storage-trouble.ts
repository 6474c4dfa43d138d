/** Names of the errors a log has where the database cannot serve now, or a turn must be run anew on what it holds, unless another has. */
const NAMES: ReadonlySet<string> = new Set(['StorageUnavailableError', 'StateConflictError', 'TurnLostError']);

/** Whether something failed because of the database: then it is worth doing again. */
export function isStorageTrouble(error: unknown): boolean {
  return error instanceof Error && NAMES.has(error.name);
}
