import { currentTurn } from './turn';

/** Does something once the turn it is called in is written, and never where it is not; outside of turns at once. */
export function afterTurn(work: () => void): void {
  const turn = currentTurn();
  if (turn === undefined) work();
  else turn.afterwards(work);
}
