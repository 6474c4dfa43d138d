import { readErrorCode } from './read-error-code';
import { StateConflictError } from '../../bot/ports/state-conflict-error';
import { type StorageFault, StorageUnavailableError } from '../../bot/ports/storage-unavailable-error';
import { TextRefusedError } from './text-refused-error';
import { TurnLostError } from '../../bot/ports/turn-lost-error';

const SQLITE: readonly (readonly [prefix: RegExp, fault: StorageFault])[] = [
  [/^SQLITE_(BUSY|LOCKED|PROTOCOL)/, 'busy'],
  [/^SQLITE_FULL/, 'full'],
  [/^SQLITE_(READONLY|PERM)/, 'read-only'],
  [/^SQLITE_(CORRUPT|NOTADB|FORMAT)/, 'corrupt'],
  [/^SQLITE_(IOERR|CANTOPEN|NOLFS)/, 'unreachable'],
];

/** https://www.postgresql.org/docs/current/errcodes-appendix.html; classes are the first two characters. */
const POSTGRES: readonly (readonly [code: RegExp, fault: StorageFault])[] = [
  [/^53(100|200)$/, 'full'],
  [/^(53300|53400|55P03|40001|40P01|57014|25P03)$/, 'busy'],
  [/^(25006)$/, 'read-only'],
  [/^(XX001|XX002)$/, 'corrupt'],
  [/^(08|57P)/, 'unreachable'],
  [/^(28|42501)/, 'refused'],
];

/** A letter the encoding of the database has not, or no letter at all. */
const TEXT = /^22(P05|021)$/;

/** Node's own socket and name look-up errors. */
const NETWORK = /^(E(CONN|HOST|NET|PIPE|AI_|ADDR|TIMEDOUT|NOTFOUND)|ENOENT)/;

/** What pg says without any code. */
const WORDS: readonly (readonly [words: RegExp, fault: StorageFault])[] = [
  [/timeout exceeded when trying to connect/i, 'busy'],
  [/connection (terminated|ended|error)|not queryable|timeout/i, 'unreachable'],
];

const readMessage = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : '';

const readFault = (code: string | undefined, message: string): StorageFault => {
  if (code !== undefined) {
    const table = code.startsWith('SQLITE_') ? SQLITE : POSTGRES;
    const found = table.find(([pattern]) => pattern.test(code));
    if (found !== undefined) return found[1];
    if (NETWORK.test(code)) return 'unreachable';
  }
  return WORDS.find(([pattern]) => pattern.test(message))?.[1] ?? 'unexpected';
};

/** Turns what a driver threw into the one error this room throws; errors of this room pass as they are. */
export const readStorageFault = (error: unknown): Error => {
  if (error instanceof StorageUnavailableError) return error;
  if (error instanceof StateConflictError || error instanceof TurnLostError) return error;
  if (error instanceof TextRefusedError) return error;
  const code = readErrorCode(error);
  if (code !== undefined && TEXT.test(code)) return new TextRefusedError(code);
  return new StorageUnavailableError(readFault(code, readMessage(error)), code);
};
