import { sql } from 'kysely';
import type { Database } from './database';
import type { Write } from './write';

/**
 * Lets one transaction at a time do what is named, over all instances, until it ends. On SQLite a transaction that writes
 * holds the file anyway.
 */
export async function holdLock(write: Write, kind: Database['kind'], name: string): Promise<void> {
  if (kind === 'postgres') await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 1))`.execute(write);
}
