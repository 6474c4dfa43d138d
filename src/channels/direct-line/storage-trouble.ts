import { StateConflictError } from '../../bot/ports/state-conflict-error';
import { StorageUnavailableError } from '../../bot/ports/storage-unavailable-error';
import { TurnLostError } from '../../bot/ports/turn-lost-error';

/** Where the database cannot serve now, or a turn must be run anew on what it holds, unless another has. */
const TROUBLES = [StorageUnavailableError, StateConflictError, TurnLostError];

/** Whether something failed because of the database: then it is worth doing again. */
export function isStorageTrouble(error: unknown): boolean {
  return TROUBLES.some((Trouble) => error instanceof Trouble);
}
