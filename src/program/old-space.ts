import { setFlagsFromString } from 'node:v8';

/** How much V8 lets what lives grow before it looks through all of it, in percent. */
const GROWS_BY = 30;

/**
 * Has V8 collect what is no longer used sooner than by itself: what lives is mostly the content, which stays. Measured in one
 * run: 253 in place of 341 MB after thousands of turns, 176 in place of 190 at rest, at the same processor time a turn and
 * time to ready (0.25 s more of other threads). At 12 a turn takes a seventh more for 18 MB.
 */
export function collectSooner(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWS_BY}`);
}
