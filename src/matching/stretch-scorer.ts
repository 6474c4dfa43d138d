import type { TrainedPart } from '../learning/kept-model';
import { addRow, BIAS, biasRow } from '../learning/linear-model';
import { wordFeatures } from './features';
import type { Reading } from './reading';
import type { FeatureSettings } from './settings';

/** Scores any stretch of a message's words. */
export interface StretchScorer {
  /**
   * Writes the raw score of each label for the words from `start` to before `end` into `scores`: what the classifier would
   * give for these words alone, but for words that are repeated.
   */
  scoreInto(scores: Float64Array, start: number, end: number): void;
}

/** The kinds of evidence, each with a length of its own: see `FeatureSettings`. */
const GROUPS = 4;
/** The pair of a word and the one before it counts only where both are in the stretch. */
const PAIRS = 2;

/**
 * Prepares the scores of all stretches of a message. The classifier is linear, so that sums up to each word are enough: any
 * stretch then costs as much as one subtraction a label, and a hundred stretches as much as the message once.
 */
export function createStretchScorer(
  reading: Reading,
  { space, model }: TrainedPart,
  settings: FeatureSettings,
): StretchScorer {
  const { classes, scale } = model;
  const words = reading.words.length;
  const sums = Array.from({ length: GROUPS }, () => new Float64Array((words + 1) * classes));
  const counts = Array.from({ length: GROUPS }, () => new Float64Array(words + 1));
  const squares = Array.from({ length: GROUPS }, () => new Float64Array(words + 1));
  const groupWeights = [settings.stems, settings.concepts, settings.pairs, settings.grams];

  wordFeatures(reading, settings).forEach((groups, at) => {
    groups.forEach((hashes, group) => {
      const [sum, count, square] = [sums[group], counts[group], squares[group]];
      if (sum === undefined || count === undefined || square === undefined) return;
      const [from, to] = [at * classes, (at + 1) * classes];
      sum.copyWithin(to, from, from + classes);
      count[at + 1] = (count[at] ?? 0) + hashes.length;
      square[at + 1] = square[at] ?? 0;
      for (const hash of hashes) {
        const id = space.ids.find(hash);
        if (id < 0) continue;
        const rarity = space.rarity[id] ?? 0;
        square[at + 1] = (square[at + 1] ?? 0) + rarity * rarity;
        addRow(sum, to, model, id, rarity);
      }
    });
  });

  const biases = new Float64Array(classes);
  addRow(biases, 0, model, biasRow(model), BIAS * scale);
  const factors = new Float64Array(GROUPS);
  return {
    scoreInto(scores, start, end) {
      let length = 0;
      for (let group = 0; group < GROUPS; group += 1) {
        const from = group === PAIRS ? Math.min(start + 1, end) : start;
        const [count, square] = [counts[group], squares[group]];
        const n = (count?.[end] ?? 0) - (count?.[from] ?? 0);
        const factor = n > 0 ? (groupWeights[group] ?? 0) / Math.sqrt(n) : 0;
        factors[group] = factor;
        length += factor * factor * ((square?.[end] ?? 0) - (square?.[from] ?? 0));
      }
      const toLength = length > 0 ? (scale * settings.length) / Math.sqrt(length) : 0;
      scores.set(biases);
      for (let group = 0; group < GROUPS; group += 1) {
        const sum = sums[group];
        if (sum === undefined || factors[group] === 0) continue;
        const factor = (factors[group] ?? 0) * toLength;
        const from = (group === PAIRS ? Math.min(start + 1, end) : start) * classes;
        const to = end * classes;
        for (let k = 0; k < classes; k += 1)
          scores[k] = (scores[k] ?? 0) + factor * ((sum[to + k] ?? 0) - (sum[from + k] ?? 0));
      }
    },
  };
}
