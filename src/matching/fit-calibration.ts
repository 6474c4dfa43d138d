import { SIGNALS, probability, type Calibration, type Signals, type Weights } from './confidence';

/** A development question: the signals of its ranking and what was true of it. */
export interface Observation {
  readonly signals: Signals;
  readonly inScope: boolean;
  readonly right: boolean;
}

const ROUNDS = 2_000;
const STEP = 1;
/** Keeps the weights small where the questions do not decide (L2, on standardized signals). */
const RIDGE = 0.001;

/** Fits both logistic functions by gradient descent. Deterministic. */
export function fitCalibration(observations: readonly Observation[]): Calibration {
  return {
    scope: fitLogistic(observations, (seen) => seen.inScope),
    topic: fitLogistic(observations, (seen) => seen.right),
  };
}

/** The probabilities that each observation gets from a calibration fitted without it (k folds). */
export function crossValidate(observations: readonly Observation[], folds = 5): { scope: number; topic: number }[] {
  const fitted = Array.from({ length: folds }, (_, fold) =>
    fitCalibration(observations.filter((_seen, i) => i % folds !== fold)),
  );
  return observations.map(({ signals }, i) => {
    const calibration = fitted[i % folds];
    if (calibration === undefined) throw new RangeError('folds must be a positive whole number');
    return { scope: probability(calibration.scope, signals), topic: probability(calibration.topic, signals) };
  });
}

function fitLogistic(observations: readonly Observation[], isTrue: (seen: Observation) => boolean): Weights {
  const scales = SIGNALS.map((signal) => spread(observations.map((seen) => seen.signals[signal])));
  const inputs = observations.map(({ signals }) =>
    SIGNALS.map((signal, j) =>
      signal === 'one' ? 1 : (signals[signal] - (scales[j]?.mean ?? 0)) / (scales[j]?.deviation ?? 1),
    ),
  );
  const weights = descend(
    inputs,
    observations.map((seen) => (isTrue(seen) ? 1 : 0)),
  );

  let one = weights[0] ?? 0;
  const raw = weights.map((weight, j) => {
    const { mean, deviation } = scales[j] ?? { mean: 0, deviation: 1 };
    if (j > 0) one -= (weight * mean) / deviation;
    return weight / deviation;
  });
  return Object.fromEntries(SIGNALS.map((signal, j) => [signal, signal === 'one' ? one : (raw[j] ?? 0)])) as Weights;
}

function descend(inputs: readonly (readonly number[])[], targets: readonly number[]): number[] {
  const weights = SIGNALS.map(() => 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = SIGNALS.map(() => 0);
    inputs.forEach((input, i) => {
      const logit = input.reduce((sum, value, j) => sum + value * (weights[j] ?? 0), 0);
      const error = (targets[i] ?? 0) - 1 / (1 + Math.exp(-logit));
      input.forEach((value, j) => (gradient[j] = (gradient[j] ?? 0) + error * value));
    });
    gradient.forEach((slope, j) => {
      const ridge = j === 0 ? 0 : RIDGE * (weights[j] ?? 0);
      weights[j] = (weights[j] ?? 0) + STEP * (slope / inputs.length - ridge);
    });
  }
  return weights;
}

function spread(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) || 1 };
}
