import type { Database } from '../engine/database';
import { readStart } from './read-start';
import type { TurnPlaces } from './turn-places';

/** Places where one process alone uses the database: its own queue has put the turns in order already. */
export const createProcessTurnPlaces = ({ database }: { readonly database: Database }): TurnPlaces => ({
  take: (_conversation, activity, stateKey) =>
    Promise.resolve({
      ready: () => readStart(database.query, activity, stateKey),
      leave: () => Promise.resolve(),
      left: () => undefined,
      abandon: () => Promise.resolve(),
    }),
  close: () => undefined,
});
