import type { Database } from '../engine/database';
import { readHandled } from '../chat-log/read-handled';
import type { TurnPlaces } from './turn-places';

/** Places where one process alone uses the database: its own queue has put the turns in order already. */
export const createProcessTurnPlaces = ({ database }: { readonly database: Database }): TurnPlaces => ({
  take: (_conversation, activity) =>
    Promise.resolve({
      ready: async () => ({ handled: await readHandled(database.query, activity) }),
      leave: () => Promise.resolve(),
      left: () => undefined,
      abandon: () => Promise.resolve(),
    }),
  close: () => undefined,
});
