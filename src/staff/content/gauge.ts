/** Shared by two threads: whether anybody still wants a piece of work, and how far it has come. */
export interface Gauge {
  /** Not 0 once nobody wants it; how far it has come, in thousandths. A thread reads no message while it works, but it sees this. */
  readonly cells: Int32Array;
}

const HALT = 0;
const DONE = 1;
const CELLS = 2;
const WHOLE = 1000;

export const createGauge = (): Gauge => ({
  cells: new Int32Array(new SharedArrayBuffer(CELLS * Int32Array.BYTES_PER_ELEMENT)),
});

/** Nobody wants the work any more. */
export const halt = ({ cells }: Gauge): void => void Atomics.store(cells, HALT, 1);

export const isHalted = ({ cells }: Gauge): boolean => Atomics.load(cells, HALT) !== 0;

/** @param share how far the work has come, 0 to 1 */
export const tellShare = ({ cells }: Gauge, share: number): void =>
  void Atomics.store(cells, DONE, Math.round(share * WHOLE));

/** How far the work has come, 0 to 1. */
export const shareDone = ({ cells }: Gauge): number => Atomics.load(cells, DONE) / WHOLE;
