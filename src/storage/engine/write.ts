import type { Transaction } from 'kysely';

import type { Tables } from './tables';

/** What runs inside one transaction. */
export type Write = Transaction<Tables>;
