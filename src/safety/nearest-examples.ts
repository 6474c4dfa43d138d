import { likeliest } from '../learning/likeliest';
import { loudestIn, weigh } from './scale';
import type { Traits } from './traits';

/** Taught messages by what stands around their loudest word, to find those that are likest. Plain data; the urgent ones come first. */
export interface Examples {
  /** How many of them are urgent. */
  readonly urgent: number;
  /** Where the examples of a trait begin, by its place; one more than there are places. */
  readonly begins: Uint32Array;
  /** The examples that have each trait. */
  readonly having: Uint16Array;
  /** How telling it is to share a trait, by its place; 0 for what many have. */
  readonly rarity: Float32Array;
  /** The length of each as a vector of its traits, each as long as it is rare. */
  readonly lengths: Float32Array;
}

/** Places for a trait here, a power of two: with as many as have weights nothing is told better. */
const PLACES_HERE = 1 << 16;
/** Examples there is room for. */
const MOST_EXAMPLES = 0xffff;
/** Words on either side of the loudest: with 6, of 100 calm messages a fifth of one more was raised. */
const AROUND = 9;
/** A trait of more of the examples than this tells nothing and takes most of the time. */
const COMMON = 1 / 20;
/** The nearest examples that are counted, and the power of the likeness (cosine, 0 to 1) by which each counts. With 24, or 5, less was told. */
const NEAREST = 12;
const SHARPNESS = 3;
/** Of fewer examples the nearest are so by chance. */
const FEWEST_EXAMPLES = 1_000;
/** What either side counts at least: what is like nothing taught is rather calm. With the same for both, half of 100 sentences of other things more were raised. */
const LEAST_DANGER = 1e-3;
const LEAST_CALM = 3e-3;

/** Lists taught messages by what is said around the word where the weights hear them loudest. */
export function learnExamples(weights: Float32Array, urgent: readonly Traits[], calm: readonly Traits[]): Examples {
  const examples = [...urgent, ...calm]
    .slice(0, MOST_EXAMPLES)
    .map((traits) => around(traits, loudestIn(weigh(weights, traits))));
  const having: number[][] = Array.from({ length: PLACES_HERE }, () => []);
  examples.forEach((places, example) => {
    for (const place of places) having[place]?.push(example);
  });
  const told = having.map((list) => (list.length > COMMON * examples.length ? [] : list));
  const rarity = Float32Array.from(having, (list, place) =>
    told[place] === list ? Math.log(examples.length / Math.max(list.length, 0.5)) : 0,
  );
  const begins = new Uint32Array(PLACES_HERE + 1);
  told.forEach((list, place) => (begins[place + 1] = (begins[place] ?? 0) + list.length));
  return {
    urgent: Math.min(urgent.length, MOST_EXAMPLES),
    begins,
    having: Uint16Array.from(told.flat()),
    rarity,
    lengths: Float32Array.from(examples, (places) => lengthOf(places, rarity)),
  };
}

/**
 * Says how much the taught messages that are likest to what stands around a word speak for danger: the logarithm of
 * urgent to calm; undefined where too few are taught to say anything. It keeps apart what is alike by all its words
 * together, where the weights hear each by itself.
 */
export function createNearestExamples({
  urgent,
  begins,
  having,
  rarity,
  lengths,
}: Examples): ((traits: Traits, at: number) => number) | undefined {
  if (lengths.length < FEWEST_EXAMPLES) return undefined;
  const likeness = new Float64Array(lengths.length);
  return (traits, at) => {
    likeness.fill(0);
    const places = around(traits, at);
    for (const place of places) {
      const square = (rarity[place] ?? 0) ** 2;
      for (let slot = begins[place] ?? 0; slot < (begins[place + 1] ?? 0); slot += 1) {
        const example = having[slot] ?? 0;
        likeness[example] = (likeness[example] ?? 0) + square;
      }
    }
    const length = lengthOf(places, rarity);
    // Plain loops over all: through `forEach` they take thrice as long.
    for (let example = 0; example < likeness.length; example += 1)
      likeness[example] = (likeness[example] ?? 0) / (length * (lengths[example] ?? 1));
    let [danger, calm] = [LEAST_DANGER, LEAST_CALM];
    for (const example of likeliest(likeness, NEAREST, Number.MIN_VALUE)) {
      const counts = (likeness[example] ?? 0) ** SHARPNESS;
      if (example < urgent) danger += counts;
      else calm += counts;
    }
    return Math.log(danger / calm);
  };
}

/** The traits of the words around one, each once. */
function around(traits: Traits, at: number): Set<number> {
  const places = new Set<number>();
  for (const each of traits.slice(Math.max(0, at - AROUND), at + AROUND + 1))
    for (const place of each) places.add(place & (PLACES_HERE - 1));
  return places;
}

function lengthOf(places: Iterable<number>, rarity: Float32Array): number {
  let squares = 0;
  for (const place of places) squares += (rarity[place] ?? 0) ** 2;
  return Math.sqrt(squares) || 1;
}
