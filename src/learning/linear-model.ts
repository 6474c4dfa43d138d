/** A bag of features: `ids[i]` occurs with weight `values[i]`. */
export interface FeatureVector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
  /** Share of the features that some example has, 0 to 1. */
  readonly knownShare: number;
}

/**
 * A trained softmax over `classes` classes: a row of weights for each feature, then one of biases. A weight is its number
 * times `scale`. Nine of ten weights are nothing, since a feature speaks for or against few classes, and are left out: of the
 * shipped content's 25 million 2 remain (8 MB in place of 51), with the same answers in a tenth of the steps.
 */
export interface LinearModel {
  readonly classes: number;
  readonly scale: number;
  /** Where each row begins in what follows; after the last one, where it ends. */
  readonly begins: Uint32Array;
  /** The class of each weight; of one byte where that is enough. */
  readonly columns: Uint8Array | Uint16Array;
  readonly weights: Int16Array;
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

/**
 * Trains a linear softmax with AdaGrad. The order of examples is shuffled by a fixed seed: the same input gives the same model.
 *
 * @param beat called before each step with the share of steps done, 0 to 1; what it throws ends the training
 */
export function trainLinearModel(
  examples: readonly Example[],
  features: number,
  classes: number,
  settings: TrainingSettings,
  beat?: (share: number) => void,
): LinearModel {
  const weights = new Float32Array((features + 1) * classes);
  const squares = new Float32Array((features + 1) * classes).fill(1e-6);
  const order = Int32Array.from(examples.keys());
  const probabilities = new Float64Array(classes);
  const gradients = new Float64Array(classes);
  const active = new Int32Array(classes);

  for (let round = 0; round < settings.rounds; round += 1) {
    shuffle(order, round + 1);
    for (const [step, at] of order.entries()) {
      beat?.((round + step / order.length) / settings.rounds);
      const example = examples[at];
      if (example === undefined) continue;
      const { weight = 1 } = example;
      scoreWhileTraining(probabilities, weights, example.features);
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
  return shorten(weights, classes);
}

/** Weights as whole numbers of two bytes, without those that are nothing. */
function shorten(weights: Float32Array, classes: number): LinearModel {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = Math.fround(largest / LARGEST_SHORT) || 1;
  const short = (weight: number): number => Math.round(weight / scale);
  const some = weights.reduce((count, weight) => (short(weight) === 0 ? count : count + 1), 0);
  const model = {
    classes,
    scale,
    begins: new Uint32Array(weights.length / classes + 1),
    columns: columnsIn(new ArrayBuffer(some * columnBytes(classes)), 0, some, classes),
    weights: new Int16Array(some),
  };
  let next = 0;
  weights.forEach((weight, at) => {
    if (short(weight) !== 0) {
      model.columns[next] = at % classes;
      model.weights[next] = short(weight);
      next += 1;
    }
    model.begins[Math.floor(at / classes) + 1] = next;
  });
  return model;
}

/** Bytes of a number that can name so many classes. */
export const columnBytes = (classes: number): 1 | 2 => (classes <= 2 ** 8 ? 1 : 2);

/** Such numbers, `some` of them, as they stand in a buffer. */
export function columnsIn(buffer: ArrayBufferLike, at: number, some: number, classes: number): LinearModel['columns'] {
  return columnBytes(classes) === 1 ? new Uint8Array(buffer, at, some) : new Uint16Array(buffer, at, some);
}

/** Adds the weights of a row, `value` times, to one sum a class; the first stands at `to`. Without the scale. */
export function addRow(sums: Float64Array, to: number, model: LinearModel, row: number, value: number): void {
  const { begins, columns, weights } = model;
  const end = begins[row + 1] ?? 0;
  for (let at = begins[row] ?? 0; at < end; at += 1) {
    const place = to + (columns[at] ?? 0);
    sums[place] = (sums[place] ?? 0) + value * (weights[at] ?? 0);
  }
}

/** The number of the row of biases. */
export const biasRow = ({ begins }: LinearModel): number => begins.length - 2;

/** Writes the probability of each class for a bag of features into `probabilities`; gives the logarithm of their raw sum. */
export function scoreInto(probabilities: Float64Array, model: LinearModel, { ids, values }: FeatureVector): number {
  probabilities.fill(0);
  addRow(probabilities, 0, model, biasRow(model), BIAS * model.scale);
  for (let f = 0; f < ids.length; f += 1) addRow(probabilities, 0, model, ids[f] ?? 0, model.scale * (values[f] ?? 0));
  return softmax(probabilities);
}

/** The same for features that all count alike, their vector of length 1. */
export function scoreAlikeInto(probabilities: Float64Array, model: LinearModel, ids: readonly number[]): void {
  const value = model.scale * Math.fround(1 / Math.sqrt(ids.length || 1));
  probabilities.fill(0);
  addRow(probabilities, 0, model, biasRow(model), BIAS * model.scale);
  for (const id of ids) addRow(probabilities, 0, model, id, value);
  softmax(probabilities);
}

function scoreWhileTraining(probabilities: Float64Array, weights: Float32Array, { ids, values }: FeatureVector): void {
  const classes = probabilities.length;
  const biases = weights.length - classes;
  for (let k = 0; k < classes; k += 1) probabilities[k] = BIAS * (weights[biases + k] ?? 0);
  const rows = ids.length - (ids.length % 4);
  // Four rows at a time: each sum is read and written once for all four. The order of adding stays, and so does the model.
  for (let f = 0; f < rows; f += 4) {
    const [r0, r1, r2, r3] = [
      (ids[f] ?? 0) * classes,
      (ids[f + 1] ?? 0) * classes,
      (ids[f + 2] ?? 0) * classes,
      (ids[f + 3] ?? 0) * classes,
    ];
    const [v0, v1, v2, v3] = [values[f] ?? 0, values[f + 1] ?? 0, values[f + 2] ?? 0, values[f + 3] ?? 0];
    for (let k = 0; k < classes; k += 1)
      probabilities[k] =
        (probabilities[k] ?? 0) +
        v0 * (weights[r0 + k] ?? 0) +
        v1 * (weights[r1 + k] ?? 0) +
        v2 * (weights[r2 + k] ?? 0) +
        v3 * (weights[r3 + k] ?? 0);
  }
  for (let f = rows; f < ids.length; f += 1) {
    const row = (ids[f] ?? 0) * classes;
    const value = values[f] ?? 0;
    for (let k = 0; k < classes; k += 1) probabilities[k] = (probabilities[k] ?? 0) + value * (weights[row + k] ?? 0);
  }
  softmax(probabilities);
}

/** Turns raw scores into probabilities; gives the logarithm of their sum. */
export function softmax(scores: Float64Array): number {
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
