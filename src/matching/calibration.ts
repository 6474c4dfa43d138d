import { CONFIDENCE_SIGNALS, type ConfidenceSignal } from './confidence';
import { fitLogistic, type Logistic, type Observation, type Signals } from '../learning/logistic';
import { PAIR_SIGNALS, type PairSignal } from './pair-signals';

/**
 * Logistic functions fitted on the development questions by `npm run calibrate`, kept in calibration.json. They carry
 * over to other knowledge bases: the signals say nothing about any topic.
 */
export interface Calibration {
  /** Is the question one this knowledge base is for at all? */
  readonly scope: Logistic<ConfidenceSignal>;
  /** Is the best topic the right one? */
  readonly topic: Logistic<ConfidenceSignal>;
  /** Does a message hold two questions, cut at this place? */
  readonly twoQuestions: Logistic<PairSignal>;
}

/** A development question: the signals of its ranking and what was true of it. */
export interface SeenQuestion {
  readonly signals: Signals<ConfidenceSignal>;
  readonly inScope: boolean;
  readonly right: boolean;
}

/** Fits how far rankings can be trusted. */
export function fitConfidence(seen: readonly SeenQuestion[]): Pick<Calibration, 'scope' | 'topic'> {
  return {
    scope: fitLogistic(
      CONFIDENCE_SIGNALS,
      seen.map(({ signals, inScope }) => ({ signals, isTrue: inScope })),
    ),
    topic: fitLogistic(
      CONFIDENCE_SIGNALS,
      seen.map(({ signals, right }) => ({ signals, isTrue: right })),
    ),
  };
}

/** Fits when a place where a message may be cut really parts two questions. */
export function fitTwoQuestions(seen: readonly Observation<PairSignal>[]): Calibration['twoQuestions'] {
  return fitLogistic(PAIR_SIGNALS, seen);
}
