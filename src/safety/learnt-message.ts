import type { Lessons } from './lessons';
import { limit, MOST_LEARNT_FROM_AFAR, REACHES, WEIGHTS } from './scale';
import { BEGINS_CLAUSE } from './traits';

/** An urgent message missed weighs as much as this many calm ones raised. */
const WEIGHT_OF_URGENT = 1.5;
const STEP_OF_BIAS = 0.1;
/** Errors that teach nothing more. */
const SMALLEST_ERROR = 0.002;
/** Squares of slopes before the first: the first step of a weight is a whole one. */
const FIRST_SQUARE = 1e-6;
/** Words and traits for which there is room; the longest lessons put together have a tenth. */
const MOST_WORDS = 16_384;
const MOST_TRAITS = 1_048_576;
const BIAS = WEIGHTS - 1;
const FAR = 0;

/**
 * A message while the weights learn from it, in buffers that are used again. Of its traits only every other is seen, by
 * chance, at each time: so no message is learnt by a single word of it. Weighs like {@link weigh}, many times faster.
 */
export class LearntMessage {
  private words = 0;
  private traits = 0;
  /** Where the traits of each word begin among `seen`. */
  private readonly first = new Int32Array(MOST_WORDS + 1);
  /** Of each seen trait where its weights begin. */
  private readonly seen = new Int32Array(MOST_TRAITS);
  /** What one trait of a word counts: the more it has, the less. */
  private readonly share = new Float64Array(MOST_WORDS);
  private readonly begins = new Uint8Array(MOST_WORDS);
  /** Of each word, where its clause begins and ends. */
  private readonly starts = new Int32Array(MOST_WORDS);
  private readonly ends = new Int32Array(MOST_WORDS);
  /** For each reach, what all words up to one say. */
  private readonly upTo = REACHES.map(() => new Float64Array(MOST_WORDS + 1));
  private readonly squares = new Float32Array(WEIGHTS).fill(FIRST_SQUARE);
  private state: number;

  constructor(
    private readonly weights: Float32Array,
    seed: number,
  ) {
    // Whatever the seed, not 0: from there the shifts lead nowhere.
    this.state = Math.imul(seed, 0x9e3779b1) | 1;
  }

  /** Begins another message. */
  clear(): void {
    this.words = 0;
    this.traits = 0;
  }

  /** Puts a message behind what there is. */
  add({ words, traits, places }: Lessons, message: number): void {
    const end = words[message + 1] ?? 0;
    for (let word = words[message] ?? 0; word < end && this.words < MOST_WORDS; word += 1)
      this.addWord(places, traits[word] ?? 0, traits[word + 1] ?? 0);
  }

  /** Moves the weights so that the message sounds more like what it is. */
  learn(isUrgent: boolean, step: number): void {
    if (this.words === 0) return;
    this.cutClauses();
    const { at, sounds } = this.findLoudest();
    const expected = 1 / (1 + Math.exp(-sounds));
    const error = isUrgent ? (1 - expected) * WEIGHT_OF_URGENT : -expected;
    if (Math.abs(error) < SMALLEST_ERROR) return;
    this.move(BIAS, error * STEP_OF_BIAS, step);
    for (let reach = 0; reach < REACHES.length; reach += 1) {
      const start = this.startWithin(at, reach);
      const end = this.endWithin(at, reach);
      if (reach === FAR && isAtLimit(this.said(start, end, reach), error)) continue;
      for (let word = start; word < end; word += 1) {
        const slope = error * (this.share[word] ?? 0);
        const last = this.first[word + 1] ?? 0;
        for (let trait = this.first[word] ?? 0; trait < last; trait += 1)
          this.move((this.seen[trait] ?? 0) + reach, slope, step);
      }
    }
  }

  private addWord(places: Int32Array, from: number, to: number): void {
    const { words, weights, seen } = this;
    let [far, near, nearest] = [0, 0, 0];
    let { traits } = this;
    let bits = 0;
    this.begins[words] = 0;
    for (let trait = from; trait < to && traits < MOST_TRAITS; trait += 1) {
      bits = (trait - from) % 32 === 0 ? this.shuffle() : bits >>> 1;
      if ((bits & 1) === 1) continue;
      const place = places[trait] ?? 0;
      if (place === BEGINS_CLAUSE) this.begins[words] = 1;
      const at = place * REACHES.length;
      seen[traits] = at;
      traits += 1;
      far += weights[at] ?? 0;
      near += weights[at + 1] ?? 0;
      nearest += weights[at + 2] ?? 0;
    }
    const share = 1 / Math.sqrt(Math.max(1, traits - this.traits));
    this.share[words] = share;
    [far, near, nearest].forEach((said, reach) => {
      const upTo = this.upTo[reach];
      if (upTo !== undefined) upTo[words + 1] = (upTo[words] ?? 0) + said * share;
    });
    this.traits = traits;
    this.words += 1;
    this.first[this.words] = traits;
  }

  /** The next 32 bits of chance (xorshift32). */
  private shuffle(): number {
    let { state } = this;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.state = state;
    return state;
  }

  private cutClauses(): void {
    const { words, begins, starts, ends } = this;
    for (let at = 0; at < words; at += 1) starts[at] = at === 0 || begins[at] === 1 ? at : (starts[at - 1] ?? 0);
    for (let at = words - 1; at >= 0; at -= 1)
      ends[at] = at === words - 1 || begins[at + 1] === 1 ? at + 1 : (ends[at + 1] ?? 0);
  }

  private findLoudest(): { readonly at: number; readonly sounds: number } {
    let [loudest, most] = [0, -Infinity];
    for (let at = 0; at < this.words; at += 1) {
      let sounds = this.weights[BIAS] ?? 0;
      for (let reach = 0; reach < REACHES.length; reach += 1) {
        const said = this.said(this.startWithin(at, reach), this.endWithin(at, reach), reach);
        sounds += reach === FAR ? limit(said, MOST_LEARNT_FROM_AFAR) : said;
      }
      if (sounds > most) [loudest, most] = [at, sounds];
    }
    return { at: loudest, sounds: most };
  }

  private said(start: number, end: number, reach: number): number {
    const upTo = this.upTo[reach];
    return (upTo?.[end] ?? 0) - (upTo?.[start] ?? 0);
  }

  private startWithin(at: number, reach: number): number {
    return Math.max(reach === FAR ? 0 : (this.starts[at] ?? 0), at - (REACHES[reach] ?? 0));
  }

  private endWithin(at: number, reach: number): number {
    return Math.min(reach === FAR ? this.words : (this.ends[at] ?? 0), at + (REACHES[reach] ?? 0) + 1);
  }

  /** One step of AdaGrad: the more a weight has moved, the smaller its steps. */
  private move(at: number, slope: number, step: number): void {
    const square = (this.squares[at] ?? 0) + slope * slope;
    this.squares[at] = square;
    this.weights[at] = (this.weights[at] ?? 0) + (step * slope) / Math.sqrt(square);
  }
}

/** True where what is said from afar can move a message no further in a direction, above 0 or below. */
function isAtLimit(fromAfar: number, direction: number): boolean {
  return Math.abs(fromAfar) >= MOST_LEARNT_FROM_AFAR && fromAfar > 0 === direction > 0;
}
