import { fitLogistic, type Logistic, type Observation } from '../learning/logistic';
import {
  CONFIDENCE_SIGNALS,
  FOLLOW_UP_SIGNALS,
  FURTHER_SIGNALS,
  type ConfidenceSignal,
  type FollowUpSignal,
  type FurtherSignal,
} from './confidence';

/**
 * Logistic functions fitted by `npm run calibrate`, kept in calibration.json. They carry over to other knowledge bases: the
 * signals say nothing about any topic.
 */
export interface Calibration {
  /** Is the message one this knowledge base is for at all? */
  readonly scope: Logistic<ConfidenceSignal>;
  /** Is the best topic the right one? */
  readonly topic: Logistic<ConfidenceSignal>;
  /** The same two of a short message that follows another: it says less, and the conversation tells the rest. */
  readonly followUpScope: Logistic<FollowUpSignal>;
  readonly followUpTopic: Logistic<FollowUpSignal>;
  /** Is another topic asked beside it? */
  readonly further: Logistic<FurtherSignal>;
}

/** What is known of messages to fit on. */
export interface Seen {
  readonly scope: readonly Observation<ConfidenceSignal>[];
  readonly topic: readonly Observation<ConfidenceSignal>[];
  readonly followUpScope: readonly Observation<FollowUpSignal>[];
  readonly followUpTopic: readonly Observation<FollowUpSignal>[];
  readonly further: readonly Observation<FurtherSignal>[];
}

/** Fits how far a judgement can be trusted. */
export function fitCalibration({ scope, topic, followUpScope, followUpTopic, further }: Seen): Calibration {
  return {
    scope: fitLogistic(CONFIDENCE_SIGNALS, scope),
    topic: fitLogistic(CONFIDENCE_SIGNALS, topic),
    followUpScope: fitLogistic(FOLLOW_UP_SIGNALS, followUpScope),
    followUpTopic: fitLogistic(FOLLOW_UP_SIGNALS, followUpTopic),
    further: fitLogistic(FURTHER_SIGNALS, further),
  };
}
