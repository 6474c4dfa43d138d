/** Named numbers that a decision is judged by. */
export type Signals<Name extends string> = Readonly<Record<Name, number>>;

/** A fitted logistic function: one weight for each signal, and the constant. */
export interface Logistic<Name extends string> {
  readonly constant: number;
  readonly weights: Readonly<Record<Name, number>>;
}

/** Something observed, and whether what is to be predicted was true of it. */
export interface Observation<Name extends string> {
  readonly signals: Signals<Name>;
  readonly isTrue: boolean;
  /** How often it counts; once where nothing is said. */
  readonly weight?: number;
}

const ROUNDS = 1_500;
const STEP = 2;
/** Keeps the weights small where the observations do not decide (L2, on standardized signals). */
const RIDGE = 0.001;

/** The probability, 0 to 1. */
export function probability<Name extends string>(fitted: Logistic<Name>, signals: Signals<Name>): number {
  let logit = fitted.constant;
  for (const name in fitted.weights) logit += fitted.weights[name] * signals[name];
  return 1 / (1 + Math.exp(-logit));
}

/** Fits a logistic function by gradient descent. Deterministic. */
export function fitLogistic<Name extends string>(
  names: readonly Name[],
  observations: readonly Observation<Name>[],
): Logistic<Name> {
  const scales = names.map((name) => spread(observations.map(({ signals }) => signals[name])));
  const inputs = observations.map(({ signals }) =>
    names.map((name, j) => (signals[name] - (scales[j]?.mean ?? 0)) / (scales[j]?.deviation ?? 1)),
  );
  const targets = observations.map(({ isTrue }) => (isTrue ? 1 : 0));
  const shares = observations.map(({ weight = 1 }) => weight);
  const { constant, weights } = descend(inputs, targets, shares, names.length);

  const scaled = weights.map((weight, j) => weight / (scales[j]?.deviation ?? 1));
  return {
    constant: scaled.reduce((sum, weight, j) => sum - weight * (scales[j]?.mean ?? 0), constant),
    weights: Object.fromEntries(names.map((name, j) => [name, scaled[j] ?? 0])) as Record<Name, number>,
  };
}

function descend(
  inputs: readonly (readonly number[])[],
  targets: readonly number[],
  shares: readonly number[],
  size: number,
) {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const weights = new Array<number>(size).fill(0);
  let constant = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const slopes = new Array<number>(size).fill(0);
    let rise = 0;
    inputs.forEach((input, i) => {
      const logit = input.reduce((sum, value, j) => sum + value * (weights[j] ?? 0), constant);
      const error = (shares[i] ?? 1) * ((targets[i] ?? 0) - 1 / (1 + Math.exp(-logit)));
      rise += error;
      input.forEach((value, j) => (slopes[j] = (slopes[j] ?? 0) + error * value));
    });
    constant += (STEP * rise) / all;
    slopes.forEach((slope, j) => {
      weights[j] = (weights[j] ?? 0) + STEP * (slope / all - RIDGE * (weights[j] ?? 0));
    });
  }
  return { constant, weights };
}

function spread(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) || 1 };
}
