import type { Hearing } from './hearing';
import { createTraitReader, PLACES, type Traits } from './traits';

/** How urgent a message sounds, and as what. */
export interface SecondOpinion<Group> {
  /** Log-odds, above 0 more urgent than calm; undefined for a message of fewer than {@link FEWEST_WORDS} words. */
  readonly score: (hearing: Hearing) => number | undefined;
  /** The group of urgent examples a message is most like. */
  readonly groupOf: (hearing: Hearing) => Group | undefined;
  /** What learning made, to be kept: a weight for each place, the constant, and for each group the count of each place. */
  readonly trained: Float32Array;
}

/** Messages to learn from. Heard only when they are needed: with `kept` weights mostly never. */
export interface Examples<Group> {
  readonly urgent: readonly { readonly group: Group; readonly size: number; readonly hear: () => readonly Hearing[] }[];
  /** Each message in its passages. */
  readonly hearCalm: () => readonly (readonly Hearing[])[];
}

/** One or two words are too little to go by. */
const FEWEST_WORDS = 3;

/** What a trait never seen counts as: small, so that those seen decide. */
const SMOOTHING = 0.05;
/** Passes over the examples: more learn them by heart. */
const PASSES = 12;
const STEP = 0.3;
const STEP_OF_BIAS = 0.02;
const BIAS_AT_FIRST = -1;
/** An urgent example missed weighs as much as this many calm ones raised. */
const WEIGHT_OF_URGENT = 3;

/**
 * Learns from examples what urgent messages are like, trait by trait: logistic regression trained by AdaGrad, in a fixed
 * order, so that the same examples always give the same opinion. It hears what the rules have no word for, and doubts
 * them where they are misled; alone it is too uncertain to rely on.
 *
 * @param kept weights that {@link SecondOpinion.trained} gave for the same examples
 */
export function createSecondOpinion<Group>(
  { urgent, hearCalm }: Examples<Group>,
  kept?: Float32Array,
): SecondOpinion<Group> {
  const traitsOf = createTraitReader();
  const trained = kept?.length === PLACES + 1 + urgent.length * PLACES ? kept : train();
  const likeness = urgent.map(({ group, size }, at) => ({
    group,
    of: createLikeness(trained.subarray(PLACES + 1 + at * PLACES, PLACES + 1 + (at + 1) * PLACES), size),
  }));

  function train(): Float32Array {
    const groups = urgent.map(({ hear }) => hear().map(traitsOf));
    const calm = hearCalm().map((passages) => passages.map(traitsOf));
    const learnt = new Float32Array(PLACES + 1 + groups.length * PLACES);
    learnt.set(
      learn([
        ...groups.flat().map((traits) => ({ passages: [traits], isUrgent: true })),
        ...calm.map((passages) => ({ passages, isUrgent: false })),
      ]),
    );
    groups.forEach((rows, at) => learnt.set(countPlaces(rows), PLACES + 1 + at * PLACES));
    return learnt;
  }

  return {
    trained,
    score: (hearing) => (hearing.tokens.length < FEWEST_WORDS ? undefined : scoreOf(trained, traitsOf(hearing))),
    groupOf(hearing) {
      const traits = traitsOf(hearing);
      const [first, ...others] = likeness;
      return others.reduce(
        (best, each) => (best !== undefined && each.of(traits) <= best.of(traits) ? best : each),
        first,
      )?.group;
    },
  };
}

interface Row {
  readonly passages: readonly Traits[];
  readonly isUrgent: boolean;
}

function learn(rows: readonly Row[]): Float32Array {
  const weights = new Float32Array(PLACES + 1);
  const steps = new Float32Array(PLACES).fill(1e-8);
  weights[PLACES] = BIAS_AT_FIRST;
  for (const { passages, isUrgent } of inLearningOrder(rows)) {
    const traits = loudest(weights, passages);
    if (traits === undefined) continue;
    const expected = 1 / (1 + Math.exp(-scoreOf(weights, traits)));
    const error = isUrgent ? (1 - expected) * WEIGHT_OF_URGENT : -expected;
    weights[PLACES] = (weights[PLACES] ?? 0) + STEP_OF_BIAS * error;
    traits.places.forEach((place, at) => {
      const slope = error * (traits.values[at] ?? 0);
      const seen = (steps[place] ?? 0) + slope * slope;
      steps[place] = seen;
      weights[place] = (weights[place] ?? 0) + (STEP * slope) / Math.sqrt(seen);
    });
  }
  return weights;
}

/** The passage that sounds most urgent by what is learnt so far: a calm message is calm when this one is. */
function loudest(weights: Float32Array, passages: readonly Traits[]): Traits | undefined {
  let [best] = passages;
  if (passages.length < 2) return best;
  let most = -Infinity;
  for (const traits of passages) {
    const score = scoreOf(weights, traits);
    if (score > most) [most, best] = [score, traits];
  }
  return best;
}

function scoreOf(weights: Float32Array, { places, values }: Traits): number {
  let sum = weights[PLACES] ?? 0;
  for (let at = 0; at < places.length; at += 1) sum += (weights[places[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return sum;
}

/** In how many of the rows each place occurs. */
function countPlaces(rows: readonly Traits[]): Float32Array {
  const counts = new Float32Array(PLACES);
  for (const { places } of rows) for (const place of places) counts[place] = (counts[place] ?? 0) + 1;
  return counts;
}

/** How likely traits are in the `size` rows of these counts, as a logarithm: for comparing groups of rows only. */
function createLikeness(counts: Float32Array, size: number): (traits: Traits) => number {
  return ({ places }) =>
    places.reduce((sum, place) => sum + Math.log(((counts[place] ?? 0) + SMOOTHING) / (size + 1)), 0);
}

/** The rows {@link PASSES} times, shuffled, always the same way. */
function* inLearningOrder(rows: readonly Row[]): Generator<Row> {
  let seed = 1;
  const order = [...rows];
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      const other = seed % (at + 1);
      const [a, b] = [order[at], order[other]];
      if (a === undefined || b === undefined) continue;
      order[at] = b;
      order[other] = a;
    }
    yield* order;
  }
}
