/** A bag of features: `ids[i]` occurs with weight `values[i]`. */
export interface FeatureVector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
  /** Share of the features that some example has, 0 to 1. */
  readonly knownShare: number;
}

/**
 * A trained softmax over `classes` classes: one row of weights a feature, then one row of biases. A weight is its number
 * times `scale`: two bytes each instead of four save 20 MB on the shipped content and change no answer.
 */
export interface LinearModel {
  readonly classes: number;
  readonly weights: Int16Array;
  readonly scale: number;
}

/** The same while it is trained. */
interface Weights {
  readonly classes: number;
  readonly weights: Float32Array | Int16Array;
  readonly scale: number;
}

export interface TrainingSettings {
  /** Passes over the examples. */
  readonly rounds: number;
  /** AdaGrad's step. */
  readonly learningRate: number;
  /** Gradients smaller than this are left out: after the first pass nearly all are, which makes training several times faster. */
  readonly smallestGradient: number;
}

/** What a bias counts as: small, so that it is learnt slowly. */
export const BIAS = 0.1;
const LARGEST_SHORT = 32_767;

interface Example {
  readonly features: FeatureVector;
  readonly label: number;
  /** How often it counts; once where nothing is said. */
  readonly weight?: number;
}

/** Trains a linear softmax with AdaGrad. The order of examples is shuffled by a fixed seed: the same input gives the same model. */
export function trainLinearModel(
  examples: readonly Example[],
  features: number,
  classes: number,
  settings: TrainingSettings,
): LinearModel {
  const weights = new Float32Array((features + 1) * classes);
  const squares = new Float32Array((features + 1) * classes).fill(1e-6);
  const model: Weights = { classes, weights, scale: 1 };
  const order = Int32Array.from(examples.keys());
  const probabilities = new Float64Array(classes);
  const gradients = new Float64Array(classes);
  const active = new Int32Array(classes);

  for (let round = 0; round < settings.rounds; round += 1) {
    shuffle(order, round + 1);
    for (const at of order) {
      const example = examples[at];
      if (example === undefined) continue;
      const { weight = 1 } = example;
      scoreInto(probabilities, model, example.features);
      const count = collectGradients(probabilities, example.label, settings.smallestGradient, active, gradients);
      for (let f = 0; f <= example.features.ids.length; f += 1) {
        const isBias = f === example.features.ids.length;
        const row = (isBias ? features : (example.features.ids[f] ?? 0)) * classes;
        const value = isBias ? BIAS : (example.features.values[f] ?? 0);
        for (let i = 0; i < count; i += 1) {
          const column = active[i] ?? 0;
          const step = (gradients[column] ?? 0) * value * weight;
          const square = (squares[row + column] ?? 0) + step * step;
          squares[row + column] = square;
          weights[row + column] = (weights[row + column] ?? 0) + (settings.learningRate * step) / Math.sqrt(square);
        }
      }
    }
  }
  return { classes, ...shorten(weights) };
}

/** Weights as whole numbers of two bytes. */
function shorten(weights: Float32Array): Pick<LinearModel, 'weights' | 'scale'> {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = Math.fround(largest / LARGEST_SHORT) || 1;
  return { weights: Int16Array.from(weights, (weight) => Math.round(weight / scale)), scale };
}

/** Writes the probability of each class for a bag of features into `probabilities`; gives the logarithm of their raw sum. */
export function scoreInto(probabilities: Float64Array, model: Weights, features: FeatureVector): number {
  const { classes, weights, scale } = model;
  const biases = weights.length - classes;
  for (let k = 0; k < classes; k += 1) probabilities[k] = BIAS * scale * (weights[biases + k] ?? 0);
  for (let f = 0; f < features.ids.length; f += 1) {
    const row = (features.ids[f] ?? 0) * classes;
    const value = scale * (features.values[f] ?? 0);
    for (let k = 0; k < classes; k += 1) probabilities[k] = (probabilities[k] ?? 0) + value * (weights[row + k] ?? 0);
  }
  return softmax(probabilities);
}

/** Gives the logarithm of the sum. */
function softmax(scores: Float64Array): number {
  let highest = -Infinity;
  for (const score of scores) if (score > highest) highest = score;
  let sum = 0;
  for (let k = 0; k < scores.length; k += 1) {
    const power = Math.exp((scores[k] ?? 0) - highest);
    scores[k] = power;
    sum += power;
  }
  for (let k = 0; k < scores.length; k += 1) scores[k] = (scores[k] ?? 0) / sum;
  return highest + Math.log(sum);
}

function collectGradients(
  probabilities: Float64Array,
  label: number,
  smallest: number,
  active: Int32Array,
  gradients: Float64Array,
): number {
  let count = 0;
  for (let k = 0; k < probabilities.length; k += 1) {
    const gradient = (k === label ? 1 : 0) - (probabilities[k] ?? 0);
    if (Math.abs(gradient) < smallest) continue;
    active[count] = k;
    gradients[k] = gradient;
    count += 1;
  }
  return count;
}

/** Fisher–Yates with a small linear congruential generator (Numerical Recipes' constants). */
function shuffle(order: Int32Array, seed: number): void {
  let state = seed >>> 0;
  for (let i = order.length - 1; i > 0; i -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = state % (i + 1);
    const swapped = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = swapped;
  }
}
