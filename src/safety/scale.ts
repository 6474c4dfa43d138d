import { BEGINS_CLAUSE, PLACES, type Traits } from './traits';

/**
 * How far from a word what is said still tells whether it is urgent, in words on either side, from far to near: a trait
 * has a weight for each, and within a nearer reach those of the wider ones count as well. With 12, 4 and 1 two of 100
 * calm stories more were raised.
 */
export const REACHES = [16, 5, 1] as const;
/** Weights: one for each place and reach, and the constant behind them. */
export const WEIGHTS = PLACES * REACHES.length + 1;
/**
 * Log-odds that all within the farthest reach can add or take away at most: what is told far from a sign may make it a
 * memory or somebody else's, but a long calm story silences none. At the same false alarms, on messages not learnt from,
 * 1.5 heard 1 of 100 signs in a short story more than 1; with 3 a tenth of the calm ones less was raised, but a sign
 * amid sixty calm words was heard in 79 of 100 instead of 90.
 */
const MOST_FROM_AFAR = 1.5;
/** The same while the weights are learnt: so little that each sign must be heard by what stands near it. */
export const MOST_LEARNT_FROM_AFAR = 1;

/** How urgent a message sounds around each of its words: log-odds, above 0 more urgent than calm. */
export interface Sounds {
  readonly around: Float64Array;
}

/** Weighs a message around each of its words. */
export function weigh(weights: Float32Array, traits: Traits): Sounds {
  const around = new Float64Array(traits.length).fill(weights[WEIGHTS - 1] ?? 0);
  const clauses = readClauses(traits);
  sumUp(weights, traits).forEach((upTo, reach) => {
    for (let at = 0; at < traits.length; at += 1) {
      const [start, end] = within(clauses, at, reach);
      const said = (upTo[end] ?? 0) - (upTo[start] ?? 0);
      around[at] = (around[at] ?? 0) + (reach === 0 ? limit(said, MOST_FROM_AFAR) : said);
    }
  });
  return { around };
}

/** For each reach, what all words up to one say. The three weights of a trait lie side by side: each is fetched once. */
function sumUp(weights: Float32Array, traits: Traits): readonly Float64Array[] {
  const far = new Float64Array(traits.length + 1);
  const near = new Float64Array(traits.length + 1);
  const nearest = new Float64Array(traits.length + 1);
  traits.forEach((places, at) => {
    let [ofFar, ofNear, ofNearest] = [0, 0, 0];
    for (const place of places) {
      const first = place * REACHES.length;
      ofFar += weights[first] ?? 0;
      ofNear += weights[first + 1] ?? 0;
      ofNearest += weights[first + 2] ?? 0;
    }
    const share = 1 / Math.sqrt(Math.max(1, places.length));
    far[at + 1] = (far[at] ?? 0) + ofFar * share;
    near[at + 1] = (near[at] ?? 0) + ofNear * share;
    nearest[at + 1] = (nearest[at] ?? 0) + ofNearest * share;
  });
  return [far, near, nearest];
}

interface Clauses {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

function readClauses(traits: Traits): Clauses {
  const starts = new Int32Array(traits.length);
  const ends = new Int32Array(traits.length).fill(traits.length);
  traits.forEach((places, at) => {
    starts[at] = at === 0 || places.includes(BEGINS_CLAUSE) ? at : (starts[at - 1] ?? 0);
  });
  for (let at = traits.length - 2; at >= 0; at -= 1)
    ends[at] = starts[at + 1] === at + 1 ? at + 1 : (ends[at + 1] ?? 0);
  return { starts, ends };
}

function within({ starts, ends }: Clauses, at: number, reach: number): [number, number] {
  const words = REACHES[reach] ?? 0;
  if (reach === 0) return [Math.max(0, at - words), Math.min(starts.length, at + words + 1)];
  return [Math.max(starts[at] ?? 0, at - words), Math.min(ends[at] ?? 0, at + words + 1)];
}

/** What is said from afar, within a limit. */
export function limit(fromAfar: number, most: number): number {
  return Math.max(-most, Math.min(most, fromAfar));
}

/** The word around which a message sounds most urgent, from `start` on, before `end`; -1 where there is none. */
export function loudestIn({ around }: Sounds, start = 0, end = around.length): number {
  let loudest = -1;
  for (let at = start; at < end; at += 1) if (loudest < 0 || (around[at] ?? 0) > (around[loudest] ?? 0)) loudest = at;
  return loudest;
}
