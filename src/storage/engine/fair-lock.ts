/** One holder at a time, in order of asking. */
export interface FairLock {
  acquire(): Promise<void>;
  release(): void;
}

/** Creates a free lock. Waking one waiter costs the same however many wait. */
export const createFairLock = (): FairLock => {
  const waiting: (() => void)[] = [];
  let next = 0;
  let held = false;
  return {
    acquire: () => {
      if (!held) {
        held = true;
        return Promise.resolve();
      }
      return new Promise((resolve) => void waiting.push(resolve));
    },
    release: () => {
      const wake = waiting[next];
      if (wake === undefined) {
        waiting.length = 0;
        next = 0;
        held = false;
        return;
      }
      next += 1;
      wake();
    },
  };
};
