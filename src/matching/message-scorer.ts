import { createHashCounter } from '../learning/hash-counter';
import type { TrainedPart } from '../learning/kept-model';
import { addRow, BIAS, biasRow, softmax } from '../learning/linear-model';
import { hashConcept, hashPair, hashStem } from './features';
import { CONCEPT_MARK, type Reading } from './reading';
import type { FeatureSettings } from './settings';
import { createWordEvidence, type WordEvidence } from './word-evidence';

/** Scores a message and any stretch of its words. */
export interface MessageScorer {
  /**
   * Writes the raw score of each label for the words from `start` to before `end` into `scores`: what the classifier would
   * give for these words alone, but for words that are repeated.
   */
  scoreInto(scores: Float64Array, start: number, end: number): void;
  /** Writes the probability of each label for the whole message; says how strong the scores were, and how much was known. */
  scoreWhole(beliefs: Float64Array): WholeScore;
  /** The known features that carry meaning, none of letters, and how much each counts. */
  readonly meaning: KnownFeatures;
}

interface WholeScore {
  /** Logarithm of the sum of all labels' raw scores (exponentiated). */
  readonly energy: number;
  /** Share of the message's features that some example has, 0 to 1. */
  readonly knownShare: number;
}

export interface KnownFeatures {
  readonly ids: readonly number[];
  readonly weights: readonly number[];
}

/** The kinds of evidence, each with a length of its own: see `FeatureSettings`. */
const STEMS = 0;
const CONCEPTS = 1;
const PAIRS = 2;
const GRAMS = 3;
const GROUPS = 4;

/** Features of one kind: the hash of each, its number (-1 where no example has it), and the word it ends with. */
interface Found {
  readonly hashes: number[];
  readonly ids: number[];
  readonly words: number[];
}

type Counted = Pick<WordEvidence, 'hashes'> & { readonly ids: ArrayLike<number> };

/**
 * Scores messages. The classifier is linear, so that sums up to each word are enough: the whole is the last of them, but for
 * what is repeated, and any stretch costs as much as one subtraction a label.
 */
export function createMessageScorer(
  trained: TrainedPart,
  settings: FeatureSettings,
): (reading: Reading) => MessageScorer {
  const { space, model } = trained;
  const { classes, scale } = model;
  const evidenceOf = createWordEvidence(trained, settings);
  const counter = createHashCounter();
  const biases = new Float64Array(classes);
  addRow(biases, 0, model, biasRow(model), BIAS * scale);
  const groupWeights = [settings.stems, settings.concepts, settings.pairs, settings.grams];
  const factors = new Float64Array(GROUPS);
  /** What the words of one message say, in room that is used again: making it for each takes longer than filling it. */
  const room = { sums: new Float64Array(0), counts: new Float64Array(0), squares: new Float64Array(0) };
  let owner: Reading | undefined;

  return (reading) => {
    const words = reading.words.length;
    const row = (words + 1) * classes;
    const evidence = reading.words.map((word, at) => evidenceOf(reading.typed[at] ?? word, word));
    const found = findMeanings(reading, (hash) => space.ids.find(hash));
    /** Of each kind of evidence, what all words up to one say: one sum a label, how many features, the squares of rarities. */
    const sumUp = (): typeof room => {
      if (owner === reading) return room;
      owner = reading;
      room.sums = emptied(room.sums, GROUPS * row);
      room.counts = emptied(room.counts, GROUPS * (words + 1));
      room.squares = emptied(room.squares, GROUPS * (words + 1));
      found.forEach((group, number) => sumMeanings(group, number));
      evidence.forEach((word, at) => addWord(word, at));
      return room;
    };

    return {
      scoreInto(scores, start, end) {
        const { sums, counts, squares } = sumUp();
        let length = 0;
        for (let group = 0; group < GROUPS; group += 1) {
          const last = group * (words + 1) + end;
          // The pair of a word and the one before it counts only where both are in the stretch.
          const before = last - end + (group === PAIRS ? Math.min(start + 1, end) : start);
          const n = (counts[last] ?? 0) - (counts[before] ?? 0);
          const factor = n > 0 ? (groupWeights[group] ?? 0) / Math.sqrt(n) : 0;
          factors[group] = factor;
          length += factor * factor * ((squares[last] ?? 0) - (squares[before] ?? 0));
        }
        const toLength = length > 0 ? (scale * settings.length) / Math.sqrt(length) : 0;
        scores.set(biases);
        for (let group = 0; group < GROUPS; group += 1) {
          const factor = (factors[group] ?? 0) * toLength;
          if (factor === 0) continue;
          const from = group * row + (group === PAIRS ? Math.min(start + 1, end) : start) * classes;
          const to = group * row + end * classes;
          for (let k = 0; k < classes; k += 1)
            scores[k] = (scores[k] ?? 0) + factor * ((sums[to + k] ?? 0) - (sums[from + k] ?? 0));
        }
      },
      scoreWhole: (beliefs) => scoreWhole(beliefs),
      meaning: meaningOf(found, settings),
    };

    function sumMeanings({ ids, words: lasts }: Found, group: number): void {
      const { sums, counts, squares } = room;
      let next = 0;
      for (let at = 0; at < words; at += 1) {
        const [place, to] = [group * (words + 1) + at, group * row + at * classes];
        sums.copyWithin(to + classes, to, to + classes);
        let count = counts[place] ?? 0;
        let square = squares[place] ?? 0;
        for (; lasts[next] === at; next += 1) {
          count += 1;
          const id = ids[next] ?? -1;
          if (id < 0) continue;
          const rarity = space.rarity[id] ?? 0;
          square += rarity * rarity;
          addRow(sums, to + classes, model, id, rarity);
        }
        counts[place + 1] = count;
        squares[place + 1] = square;
      }
    }

    function addWord(word: WordEvidence, at: number): void {
      const { sums, counts, squares } = room;
      const place = GRAMS * (words + 1) + at;
      const from = GRAMS * row + at * classes;
      for (let k = 0; k < classes; k += 1) sums[from + classes + k] = (sums[from + k] ?? 0) + (word.sums[k] ?? 0);
      counts[place + 1] = (counts[place] ?? 0) + word.hashes.length;
      squares[place + 1] = (squares[place] ?? 0) + word.square;
    }

    function scoreWhole(beliefs: Float64Array): WholeScore {
      const { sums } = sumUp();
      const whole = new Float64Array(GROUPS * classes);
      let [length, distinct, known] = [0, 0, 0];
      for (let group = 0; group < GROUPS; group += 1) {
        countGroup(group);
        const last = group * row + words * classes;
        whole.set(sums.subarray(last, last + classes), group * classes);
        const once = mendRepeated(whole, group * classes);
        const factor = (groupWeights[group] ?? 0) / Math.sqrt(once.all || 1);
        factors[group] = factor;
        length += factor * factor * once.known;
        distinct += counter.size;
        known += once.count;
      }
      const toLength = length > 0 ? (scale * settings.length) / Math.sqrt(length) : 0;
      beliefs.set(biases);
      for (let group = 0; group < GROUPS; group += 1) {
        const factor = (factors[group] ?? 0) * toLength;
        for (let k = 0; k < classes; k += 1)
          beliefs[k] = (beliefs[k] ?? 0) + factor * (whole[group * classes + k] ?? 0);
      }
      return { energy: softmax(beliefs), knownShare: distinct === 0 ? 0 : known / distinct };
    }

    function countGroup(group: number): void {
      counter.clear();
      const all: readonly Counted[] = group === GRAMS ? evidence : found.slice(group, group + 1);
      for (const { hashes, ids } of all)
        for (let at = 0; at < hashes.length; at += 1) counter.add(hashes[at] ?? 0, ids[at] ?? -1);
    }
  };

  /** What stands there n times counts 1 + log n times, not n: puts that right, and gives the squares of all and of the known. */
  function mendRepeated(whole: Float64Array, to: number): { all: number; known: number; count: number } {
    let [all, known, count] = [0, 0, 0];
    for (let at = 0; at < counter.size; at += 1) {
      const times = counter.countAt(at);
      const value = times === 1 ? 1 : 1 + Math.log(times);
      all += value * value;
      const id = counter.idAt(at);
      if (id < 0) continue;
      const rarity = space.rarity[id] ?? 0;
      known += value * value * rarity * rarity;
      count += 1;
      if (times > 1) addRow(whole, to, model, id, (value - times) * rarity);
    }
    return { all, known, count };
  }
}

/** Room for so many numbers, all 0. */
function emptied(room: Float64Array<ArrayBuffer>, length: number): Float64Array<ArrayBuffer> {
  return room.length < length ? new Float64Array(length) : room.fill(0, 0, length);
}

/** The features of a reading but those of letters, by kind: a concept ends with its last word, a pair with its later one. */
function findMeanings({ stems, units, ends }: Reading, idOf: (hash: number) => number): readonly Found[] {
  const found = [STEMS, CONCEPTS, PAIRS].map((): Found => ({ hashes: [], ids: [], words: [] }));
  const add = (group: number, hash: number, word: number): void => {
    found[group]?.hashes.push(hash);
    found[group]?.ids.push(idOf(hash));
    found[group]?.words.push(word);
  };
  stems.forEach((stem, at) => add(STEMS, hashStem(stem), at));
  units.forEach((unit, at) => {
    const last = (ends[at] ?? 1) - 1;
    if (unit.startsWith(CONCEPT_MARK)) add(CONCEPTS, hashConcept(unit.slice(CONCEPT_MARK.length)), last);
    if (at > 0) add(PAIRS, hashPair(units[at - 1] ?? '', unit), last);
  });
  return found;
}

function meaningOf(found: readonly Found[], { pairs }: FeatureSettings): KnownFeatures {
  const ids: number[] = [];
  const weights: number[] = [];
  found.forEach((group, number) => {
    for (const id of group.ids) {
      if (id < 0) continue;
      ids.push(id);
      weights.push(number === PAIRS ? pairs : 1);
    }
  });
  return { ids, weights };
}
