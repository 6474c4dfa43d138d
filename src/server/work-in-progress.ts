/** Work that must not be cut off when the server stops, such as a turn that is being answered. */
export interface WorkInProgress {
  readonly size: number;
  /** Counts a piece of work until it settles; gives back the same promise. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Waits until nothing is left, at most this long; false where work is left over. */
  settled(milliseconds: number): Promise<boolean>;
}

/** Starts with no work. */
export function createWorkInProgress(): WorkInProgress {
  const works = new Set<Promise<unknown>>();
  return {
    get size() {
      return works.size;
    },
    track(work) {
      works.add(work);
      const done = (): unknown => works.delete(work);
      work.then(done, done);
      return work;
    },
    async settled(milliseconds) {
      const end = performance.now() + milliseconds;
      while (works.size > 0) {
        const left = end - performance.now();
        if (left <= 0) return false;
        await Promise.race([Promise.allSettled(works), sleep(left)]);
      }
      return true;
    },
  };
}

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
