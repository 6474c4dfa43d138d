import type { Ranking } from './intent-classifier';

/** Labels of talk that is out of scope begin with this mark, which no topic id may. */
export const OUT_OF_SCOPE = '!';

/** What the confidence in a ranking is judged by; the order is that of the weights in calibration.json. */
export const SIGNALS = ['one', 'scopeOdds', 'belief', 'lead', 'leadOverStray', 'unknownShare', 'length'] as const;

/** One weight for each signal. */
export type Weights = Readonly<Record<(typeof SIGNALS)[number], number>>;
export type Signals = Weights;

/** Two logistic functions over the signals, fitted by `npm run calibrate` on held-out folds of the development questions. */
export interface Calibration {
  /** Is the question one this knowledge base is for at all? */
  readonly scope: Weights;
  /** Is the best topic the right one? */
  readonly topic: Weights;
}

const SMALLEST = 1e-6;

/** Reads the signals off a ranking. All logarithms are natural; beliefs are kept above one in a million. */
export function readSignals({ ranked, reading }: Ranking): Signals {
  let inScope = 0;
  let best = 0;
  let second = 0;
  let stray = 0;
  for (const { label, belief } of ranked) {
    if (label.startsWith(OUT_OF_SCOPE)) stray = Math.max(stray, belief);
    else {
      inScope += belief;
      if (best === 0) best = belief;
      else if (second === 0) second = belief;
    }
  }
  const words = Math.max(1, reading.typed.length);
  return {
    one: 1,
    scopeOdds: logRatio(inScope, 1 - inScope),
    belief: Math.log(best + SMALLEST),
    lead: logRatio(best, second),
    leadOverStray: logRatio(best, stray),
    unknownShare: reading.unknownWords / words,
    length: Math.log(words),
  };
}

/** The probability (0–1) that weights and signals give. */
export function probability(weights: Weights, signals: Signals): number {
  const logit = SIGNALS.reduce((sum, signal) => sum + weights[signal] * signals[signal], 0);
  return 1 / (1 + Math.exp(-logit));
}

function logRatio(a: number, b: number): number {
  return Math.log((Math.max(0, a) + SMALLEST) / (Math.max(0, b) + SMALLEST));
}
