import { setTimeout as pause } from 'node:timers/promises';

interface Patience {
  /** Milliseconds before the second try; twice as long before each further one. */
  readonly first: number;
  /** … but never longer than so many. */
  readonly longest: number;
  /** Whether another try is worth it, begun so many milliseconds from now. Where it is not, the error is thrown on. */
  readonly isWorth: (error: unknown, wait: number) => boolean;
  /** Whether the waiting keeps the program alive. */
  readonly keepsAlive: boolean;
}

/** Runs something until it succeeds, or until another try is no longer worth it. */
export async function runAgain<Result>(
  run: () => Promise<Result>,
  { first, longest, isWorth, keepsAlive }: Patience,
): Promise<Result> {
  for (let wait = first; ; wait = Math.min(2 * wait, longest)) {
    try {
      return await run();
    } catch (error) {
      if (!isWorth(error, wait)) throw error;
      await pause(wait, undefined, { ref: keepsAlive });
    }
  }
}
