import { type RawBuilder, sql } from 'kysely';

import type { Database } from './database';

/** The time by the clock of the database, in milliseconds since 1970: the clocks of instances may differ. */
export const databaseClock = (kind: Database['kind']): RawBuilder<number> =>
  kind === 'postgres'
    ? sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`
    : sql<number>`cast(unixepoch('subsec') * 1000 as integer)`;
