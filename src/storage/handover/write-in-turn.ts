import type { Database } from '../engine/database';
import { currentTurn } from '../turns/turn';
import type { Write } from '../engine/write';

/**
 * Writes with the turn that runs, and does the rest once that is stored.
 *
 * @throws Error outside of a turn: what is written here must be stored together with what is said
 */
export const writeInTurn = (
  { signals }: Database,
  work: (write: Write) => Promise<void>,
  news: readonly string[],
  afterwards: () => void | Promise<void> = () => undefined,
): void => {
  const turn = currentTurn();
  if (turn === undefined) throw new Error('A talk is changed within a turn of its conversation.');
  turn.writeInOrder();
  turn.defer(async (write) => {
    await work(write);
    for (const key of news) await signals.announce(write, 'talks', key);
  });
  turn.afterwards(async () => {
    for (const key of news) signals.tell('talks', key);
    await afterwards();
  });
};
