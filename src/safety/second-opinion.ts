import { readArabizi } from '../text/arabizi';
import { normalize } from '../text/normalize';
import { isLatin } from '../text/tokenize';

/**
 * The group of urgent examples a message is most like, when it sounds urgent by at least `threshold`: log-odds, above 0
 * more urgent than calm. A message of fewer than {@link FEWEST_WORDS} words gives no opinion.
 *
 * @param words of the message, normalized.
 */
export type SecondOpinion<Group> = (words: readonly string[], threshold: number) => Group | undefined;

/** Messages as their words, normalized. */
interface Examples<Group> {
  readonly urgent: readonly (Group & { readonly messages: readonly (readonly string[])[] })[];
  readonly calm: readonly (readonly string[])[];
}

/** One or two words are too little to go by. */
const FEWEST_WORDS = 3;

/** Letters in a row that are looked at. Two are too common; five hardly add anything and cost a third more time. */
const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 4;
/** What a letter group never seen counts as: small, so that those seen decide. */
const SMOOTHING = 0.05;
/** Places for weights, a power of two: fewer make different letters share a weight. 1 MB. */
const PLACES = 1 << 17;
/** Passes over the examples: more learn them by heart. */
const PASSES = 6;
const STEP = 0.3;
const STEP_OF_BIAS = 0.02;
/** An urgent example missed weighs as much as this many calm ones raised. */
const WEIGHT_OF_URGENT = 3;
const DOUBLED = /(.)\1+/gu;

/**
 * Learns from examples how urgent messages are written, letter group by letter group: logistic regression trained by
 * AdaGrad, in a fixed order, so that the same examples always give the same opinion. It hears what the rules have no
 * word for; alone it is too uncertain to rely on.
 */
export function createSecondOpinion<Group>({ urgent, calm }: Examples<Group>): SecondOpinion<Group> {
  const gramsOf = createGrams();
  const groups = urgent.map((group) => ({ group, rows: group.messages.map(gramsOf) }));
  const score = learn([
    ...groups.flatMap(({ rows }) => rows.map((grams) => ({ grams, isUrgent: true }))),
    ...calm.map((words) => ({ grams: gramsOf(words), isUrgent: false })),
  ]);
  const likeness = groups.map(({ group, rows }) => ({ group, of: createLikeness(rows) }));

  return (words, threshold) => {
    if (words.length < FEWEST_WORDS) return undefined;
    const grams = gramsOf(words);
    if (score(grams) < threshold) return undefined;
    const [first, ...others] = likeness;
    return others.reduce((best, each) => (best !== undefined && each.of(grams) <= best.of(grams) ? best : each), first)
      ?.group;
  };
}

interface Row {
  readonly grams: Int32Array;
  readonly isUrgent: boolean;
}

function learn(rows: readonly Row[]): (grams: Int32Array) => number {
  const weights = new Float32Array(PLACES);
  const steps = new Float32Array(PLACES).fill(1e-8);
  let bias = -1;
  const scoreOf = (grams: Int32Array): number => {
    let sum = 0;
    for (const gram of grams) sum += weights[gram] ?? 0;
    return bias + sum / Math.sqrt(Math.max(1, grams.length));
  };

  for (const { grams, isUrgent } of inLearningOrder(rows)) {
    const expected = 1 / (1 + Math.exp(-scoreOf(grams)));
    const error = isUrgent ? (1 - expected) * WEIGHT_OF_URGENT : -expected;
    const slope = error / Math.sqrt(Math.max(1, grams.length));
    bias += STEP_OF_BIAS * error;
    for (const gram of grams) {
      const seen = (steps[gram] ?? 0) + slope * slope;
      steps[gram] = seen;
      weights[gram] = (weights[gram] ?? 0) + (STEP * slope) / Math.sqrt(seen);
    }
  }
  return scoreOf;
}

/** How likely the letter groups are in these rows, as a logarithm: for comparing groups of rows only. */
function createLikeness(rows: readonly Int32Array[]): (grams: Int32Array) => number {
  const counts = new Float32Array(PLACES);
  for (const grams of rows) for (const gram of grams) counts[gram] = (counts[gram] ?? 0) + 1;
  return (grams) =>
    grams.reduce((sum, gram) => sum + Math.log(((counts[gram] ?? 0) + SMOOTHING) / (rows.length + 1)), 0);
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

/** Makes the reader of letter groups: the places of those in some words, each once. */
function createGrams(): (words: readonly string[]) => Int32Array {
  // Which line a place was last seen in: dearer in memory than a set, and three times as fast.
  const seenIn = new Uint32Array(PLACES);
  let lines = 0;
  return (words) => {
    const line = ` ${words.map(sayPlainly).join(' ')} `;
    const grams = new Int32Array(line.length * (LONGEST_GRAM - SHORTEST_GRAM + 1));
    let count = 0;
    lines += 1;
    for (let start = 0; start + SHORTEST_GRAM <= line.length; start += 1) {
      let hash = 2_166_136_261;
      for (let at = start; at < line.length && at < start + LONGEST_GRAM; at += 1) {
        hash = Math.imul(hash ^ line.charCodeAt(at), 16_777_619);
        if (at - start + 1 < SHORTEST_GRAM) continue;
        const gram = (hash ^ (hash >>> 15)) & (PLACES - 1);
        if (seenIn[gram] === lines) continue;
        seenIn[gram] = lines;
        grams[count++] = gram;
      }
    }
    return grams.subarray(0, count);
  };
}

/** One spelling for what is written in Latin letters or with letters doubled. */
function sayPlainly(word: string): string {
  return isLatin(word) ? normalize(readArabizi(word)) : word.replace(DOUBLED, '$1');
}
