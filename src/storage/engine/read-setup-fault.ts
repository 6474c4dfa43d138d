import { readErrorCode } from './read-error-code';
import { readStorageFault } from './read-storage-fault';
import { StorageSetupError } from './storage-setup-error';
import { type StorageFault, StorageUnavailableError } from '../../bot/ports/storage-unavailable-error';

const FOLDER_CODES: Readonly<Record<string, string>> = {
  EACCES: 'this program has no permission there',
  EPERM: 'this program has no permission there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'a part of the path is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
  ENOENT: 'the folder cannot be made',
};

const SQLITE_SENTENCES: Partial<Readonly<Record<StorageFault, string>>> = {
  busy: 'is locked by another program: stop it (a second copy of this program, a backup, a database tool) and start again.',
  full: 'cannot grow: the disk is full.',
  'read-only': 'can be read but not written: give this program the right to write the file and its folder.',
  corrupt: 'is damaged, or is no database. Restore it from a backup, or move it away to start with an empty one.',
  unreachable: 'cannot be opened: look at the folder, the permissions and the disk.',
};

/** Puts into plain English why the embedded database cannot be opened. */
export const readSqliteSetupFault = (error: unknown, file: string): Error => {
  if (error instanceof StorageSetupError) return error;
  const folder = FOLDER_CODES[readErrorCode(error) ?? ''];
  if (folder !== undefined) {
    return new StorageSetupError(
      `The database file ${file} cannot be used: ${folder}. Set DATA_DIR to another folder.`,
    );
  }
  const fault = readStorageFault(error);
  const sentence = fault instanceof StorageUnavailableError ? SQLITE_SENTENCES[fault.fault] : undefined;
  if (sentence === undefined)
    return new StorageSetupError(`The database file ${file} cannot be opened. ${fault.message}`);
  return new StorageSetupError(`The database file ${file} ${sentence}`);
};

/** The server of a connection URL, without user and password. */
const readServer = (url: URL): string => `${url.hostname}:${url.port === '' ? '5432' : url.port}`;

const readUnreachable = (code: string | undefined): string => {
  switch (code) {
    case 'ECONNREFUSED':
      return 'nothing answers there; is the server running, and the port right?';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'there is no server of that name.';
    default:
      return 'it does not answer; is a firewall between them?';
  }
};

/** Puts into plain English why the PostgreSQL server cannot be used. Never holds the password. */
export const readPostgresSetupFault = (error: unknown, url: URL): Error => {
  if (error instanceof StorageSetupError) return error;
  const server = readServer(url);
  const user = decodeURIComponent(url.username);
  const name = decodeURIComponent(url.pathname.slice(1));
  const fault = readStorageFault(error);
  const code = fault instanceof StorageUnavailableError ? fault.code : undefined;
  if (code === '3D000') {
    return new StorageSetupError(
      `There is no database "${name}" on ${server}. Make it (createdb ${name}), or mend DATABASE_URL.`,
    );
  }
  if (code === '42501') {
    return new StorageSetupError(
      `The user "${user}" may not make tables in the database "${name}" on ${server}. Grant it CREATE on the schema.`,
    );
  }
  if (code === '53300')
    return new StorageSetupError(`The PostgreSQL server ${server} has no connection free (max_connections).`);
  const kind = fault instanceof StorageUnavailableError ? fault.fault : 'unexpected';
  switch (kind) {
    case 'refused':
      return new StorageSetupError(
        `The PostgreSQL server ${server} refuses the user "${user}": wrong user, wrong password, or not allowed from this machine. Mend DATABASE_URL.`,
      );
    case 'unreachable':
    case 'busy':
      return new StorageSetupError(`The PostgreSQL server ${server} cannot be reached: ${readUnreachable(code)}`);
    case 'read-only':
      return new StorageSetupError(
        `The PostgreSQL server ${server} is read-only (a standby?). Point DATABASE_URL at the primary.`,
      );
    default:
      return new StorageSetupError(`The database on the PostgreSQL server ${server} cannot be used. ${fault.message}`);
  }
};
