const FIRST_MS = 400;
const LONGEST_MS = 15_000;

/** Waiting times between tries: doubling, each somewhere between half and whole, so that not everybody comes at once. */
export interface Backoff {
  /** Milliseconds to wait before the next try. */
  next(): number;
  reset(): void;
}

export function createBackoff(): Backoff {
  let tries = 0;
  return {
    next() {
      const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** tries);
      tries += 1;
      return whole * (0.5 + Math.random() / 2);
    },
    reset() {
      tries = 0;
    },
  };
}
