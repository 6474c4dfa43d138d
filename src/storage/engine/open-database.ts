import type { Database } from './database';
import type { StatementWatch } from './statement-watch';
import { openPostgres } from './open-postgres';
import { openSqlite } from './open-sqlite';

/** Where the data lies: the URL of a PostgreSQL database, or the path of a SQLite file (`:memory:` for none). */
export type DatabasePlace = { readonly url: string } | { readonly file: string };

/** Opens the database and brings its schema up to date. @throws StorageSetupError in words for the operator. */
export const openDatabase = (place: DatabasePlace, watch?: StatementWatch): Promise<Database> =>
  'url' in place ? openPostgres(place.url, watch) : openSqlite(place.file, watch);
