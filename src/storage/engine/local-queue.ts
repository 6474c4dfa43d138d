/** Runs work one after another for each key, in order of asking; different keys never wait for each other. */
export type LocalQueue = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;

/** Creates an empty queue. It forgets a key when its last work is done. */
export const createLocalQueue = (): LocalQueue => {
  const tails = new Map<string, Promise<void>>();
  return (key, work) => {
    const before = tails.get(key);
    const result = before === undefined ? work() : before.then(work);
    const settle = (): void => {
      if (tails.get(key) === tail) tails.delete(key);
    };
    const tail: Promise<void> = result.then(settle, settle);
    tails.set(key, tail);
    return result;
  };
};
