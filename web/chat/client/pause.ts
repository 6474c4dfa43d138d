/** A wait that can be cut short. */
export interface Pause {
  /** Resolves after so many milliseconds, or at the next call of `end`. */
  wait(milliseconds: number): Promise<void>;
  end(): void;
}

export function createPause(): Pause {
  let finish: (() => void) | undefined;
  return {
    wait: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        finish = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    end: () => finish?.(),
  };
}
