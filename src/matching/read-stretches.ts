import type { MessageScorer } from './message-scorer';

/** What the stretches of a message say about one label. */
export interface Stretch {
  /** The label, by its number. */
  readonly label: number;
  /** How many stretches of the message are expected to be of this label: near 1 for what is asked once. */
  readonly expected: number;
  /** The classifier's belief in the label for its likeliest stretch, 0 to 1. */
  readonly belief: number;
  /** That stretch: from the word `start` to before `end`. */
  readonly start: number;
  readonly end: number;
}

/** A place where a stretch may begin, in words, and how much likelier a cut is there than elsewhere. */
export interface CutPoint {
  readonly at: number;
  readonly likelihood: number;
}

/** For the beliefs of all stretches of a message, used again: making it for each takes as long as what is written into it. */
let room = new Float64Array(0);

/** A stretch is no longer than this, in words, unless nothing inside it can be cut. */
const LONGEST = 16;
/** Rarer labels of a stretch are left out. */
const LEAST_EXPECTED = 0.001;

/**
 * Reads a message as a row of stretches, each of one label, without deciding where one ends: all ways to cut it are
 * weighed (forward and backward sums, as in a semi-Markov model), so that boundaries and labels are judged together.
 *
 * @param cuts ascending, 0 and the number of words included
 * @returns the labels that some stretch speaks for, in no order
 */
export function readStretches(
  scorer: Pick<MessageScorer, 'scoreInto'>,
  cuts: readonly CutPoint[],
  labels: number,
): Stretch[] {
  const last = cuts.length - 1;
  const places: { readonly from: number; readonly to: number }[] = [];
  for (let from = 0; from < last; from += 1) {
    for (let to = from + 1; to <= last; to += 1) {
      if ((cuts[to]?.at ?? 0) - (cuts[from]?.at ?? 0) > LONGEST && to > from + 1) break;
      places.push({ from, to });
    }
  }
  if (room.length < places.length * labels) room = new Float64Array(places.length * labels);
  const spans = places.map(({ from, to }, at) => {
    const beliefs = room.subarray(at * labels, (at + 1) * labels);
    scorer.scoreInto(beliefs, cuts[from]?.at ?? 0, cuts[to]?.at ?? 0);
    return { from, to, beliefs, weight: sharpen(beliefs) * (cuts[from]?.likelihood ?? 1) };
  });

  const before = new Float64Array(cuts.length);
  const after = new Float64Array(cuts.length);
  before[0] = 1;
  after[last] = 1;
  for (const { from, to, weight } of spans) before[to] = (before[to] ?? 0) + (before[from] ?? 0) * weight;
  for (let at = spans.length - 1; at >= 0; at -= 1) {
    const span = spans[at];
    if (span !== undefined) after[span.from] = (after[span.from] ?? 0) + span.weight * (after[span.to] ?? 0);
  }

  const total = before[last] ?? 0;
  const found = new Map<number, { expected: number; most: number; belief: number; start: number; end: number }>();
  if (!(total > 0)) return [];
  for (const { from, to, beliefs, weight } of spans) {
    const chance = ((before[from] ?? 0) * weight * (after[to] ?? 0)) / total;
    if (chance < LEAST_EXPECTED) continue;
    for (let label = 0; label < labels; label += 1) {
      const share = chance * (beliefs[label] ?? 0);
      if (share < LEAST_EXPECTED) continue;
      const known = found.get(label) ?? { expected: 0, most: 0, belief: 0, start: 0, end: 0 };
      known.expected += share;
      if (share > known.most) {
        Object.assign(known, {
          most: share,
          belief: beliefs[label] ?? 0,
          start: cuts[from]?.at ?? 0,
          end: cuts[to]?.at ?? 0,
        });
      }
      found.set(label, known);
    }
  }
  return [...found].map(([label, { expected, belief, start, end }]) => ({ label, expected, belief, start, end }));
}

/** Turns raw scores into beliefs that sum to 1. */
export function shareBeliefs(scores: Float64Array): void {
  let highest = -Infinity;
  for (const score of scores) if (score > highest) highest = score;
  let sum = 0;
  for (let k = 0; k < scores.length; k += 1) {
    scores[k] = Math.exp((scores[k] ?? 0) - highest);
    sum += scores[k] ?? 0;
  }
  for (let k = 0; k < scores.length; k += 1) scores[k] = (scores[k] ?? 0) / sum;
}

/**
 * Turns raw scores into beliefs, squares them, and shares them out so that they sum to 1; gives the sum of the squares. A
 * stretch that speaks for one label is likelier than one that speaks for many: with the power 1.5 in place of the square,
 * twice as many stretches are found that nobody asked.
 */
function sharpen(scores: Float64Array): number {
  let highest = -Infinity;
  for (const score of scores) if (score > highest) highest = score;
  let sum = 0;
  let sharp = 0;
  for (let k = 0; k < scores.length; k += 1) {
    const power = Math.exp((scores[k] ?? 0) - highest);
    sum += power;
    scores[k] = power * power;
    sharp += scores[k] ?? 0;
  }
  for (let k = 0; k < scores.length; k += 1) scores[k] = (scores[k] ?? 0) / sharp;
  return sharp / (sum * sum);
}
