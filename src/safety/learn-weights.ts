import { createRandom } from '../learning/random';
import { LearntMessage } from './learnt-message';
import { countOf, layOut, type Lessons } from './lessons';
import { WEIGHTS } from './scale';
import type { Traits } from './traits';

/** Messages to learn from. */
export interface Material {
  readonly urgent: readonly Traits[];
  readonly calm: readonly Traits[];
  /** More calm ones, of which each pass takes a part. */
  readonly everyday: readonly Traits[];
  /** What people put around anything: it makes nothing urgent and nothing calm. */
  readonly framing: readonly Traits[];
  /** The same behind anything: "is this normal?". */
  readonly leaning: readonly Traits[];
}

/** Passes over the lessons; what is learnt is the mean of the weights after each of the later half. */
const PASSES = 8;
/** Times all is learnt, in another order each; the mean errs less than any. A build takes 5 s more for each. */
const TIMES = 4;
const STEP = 0.25;
const BIAS_AT_FIRST = -1;
/** Everyday messages a pass: half of them. With all, learning takes half as long again and hears no better. */
const EVERYDAY_A_PASS = 8_000;
/** Stories made around each urgent message a pass. With a third as many, 5 of 100 signs in a story less were heard. */
const STORIES_A_PASS = 1.5;

/**
 * How often a framed message has such a clause before, and another before that; and one behind in place of a question. At
 * 0.5, 4 of 100 signs amid sixty calm words less were heard; at 0, 1 of 100 more, and half of 100 calm ones more raised.
 */
const FRAMED = 0.2;

type LaidOut = Readonly<Record<keyof Material, Lessons>>;
/** Adds a message that is learnt, or a part of one. */
type Put = (from: Lessons, message?: number) => void;
/** A message to learn: what it is, and what it is put together from. */
interface Row {
  readonly isUrgent: boolean;
  readonly make: () => void;
}

/**
 * Learns what urgent messages are like: logistic regression on the loudest word of each message, trained by AdaGrad in a
 * fixed order, so that the same lessons always give the same weights. Urgent messages are also put between calm ones,
 * and calm ones are put together: a sign in a long story is a sign, and a long calm story is calm.
 */
export function learnWeights({ urgent, calm, everyday, framing, leaning }: Material): Float32Array {
  const laidOut = {
    urgent: layOut(urgent),
    calm: layOut(calm),
    everyday: layOut(everyday),
    framing: layOut(framing),
    leaning: layOut(leaning),
  };
  const mean = new Float32Array(WEIGHTS);
  for (let seed = 1; seed <= TIMES; seed += 1) addTo(mean, learnOnce(laidOut, seed), 1 / TIMES);
  return mean;
}

function learnOnce(laidOut: LaidOut, seed: number): Float32Array {
  const weights = new Float32Array(WEIGHTS);
  weights[WEIGHTS - 1] = BIAS_AT_FIRST;
  const mean = new Float32Array(WEIGHTS);
  const random = createRandom(seed);
  const message = new LearntMessage(weights, seed);
  const put: Put = (from, at = Math.floor(random() * countOf(from))) => {
    message.add(from, at);
  };

  for (let pass = 0; pass < PASSES; pass += 1) {
    const step = STEP * (1 - pass / PASSES) + STEP / 20;
    for (const { isUrgent, make } of shuffled(makeRows(laidOut, random, put), random)) {
      message.clear();
      make();
      message.learn(isUrgent, step);
    }
    if (pass >= PASSES / 2) addTo(mean, weights, 1 / Math.floor(PASSES / 2));
  }
  return mean;
}

/** The lessons of one pass. */
function makeRows({ urgent, calm, everyday, framing, leaning }: LaidOut, random: () => number, put: Put): Row[] {
  const signs = countOf(urgent);
  const told = countOf(calm);
  const asked = countOf(everyday);
  const around = (): void => {
    put(random() < told / (told + asked) ? calm : everyday);
  };
  const rows: Row[] = [];
  const add = (count: number, isUrgent: boolean, make: (at: number) => void): void => {
    for (let at = 0; at < count; at += 1)
      rows.push({
        isUrgent,
        make: () => {
          make(at);
        },
      });
  };
  const framed = (from: Lessons, at: number): void => {
    while (random() < FRAMED) put(framing);
    put(from, at);
    put(random() < FRAMED ? framing : leaning);
  };
  add(signs, true, (at) => put(urgent, at));
  add(signs, true, (at) => framed(urgent, at));
  add(Math.round(STORIES_A_PASS * signs), true, () => {
    const kind = random();
    if (kind < 2 / 3) around();
    put(urgent);
    if (kind >= 1 / 3) around();
  });
  add(told, false, (at) => put(calm, at));
  add(Math.round(told / 2), false, () => framed(calm, Math.floor(random() * told)));
  add(Math.min(EVERYDAY_A_PASS, asked), false, () => put(everyday));
  add(signs, false, () => {
    around();
    around();
    if (random() < 0.5) around();
  });
  return rows;
}

function shuffled(rows: Row[], random: () => number): Row[] {
  for (let at = rows.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const [a, b] = [rows[at], rows[other]];
    if (a !== undefined && b !== undefined) [rows[at], rows[other]] = [b, a];
  }
  return rows;
}

function addTo(sum: Float32Array, weights: Float32Array, share: number): void {
  for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + (weights[at] ?? 0) * share;
}
