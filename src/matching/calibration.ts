import { fitLogistic, type Logistic, type Observation } from '../learning/logistic';
import {
  ALONE_SIGNALS,
  FOLLOW_UP_SIGNALS,
  FURTHER_SIGNALS,
  type AloneSignal,
  type FollowUpSignal,
  type FurtherSignal,
} from './confidence';

/**
 * Logistic functions fitted by `npm run calibrate`, kept in calibration.json. They carry over to other knowledge bases: the
 * signals say nothing about any topic.
 */
export interface Calibration {
  /** Is the message one this knowledge base is for at all? */
  readonly scope: Logistic<AloneSignal>;
  /** Is the best topic the right one? */
  readonly topic: Logistic<AloneSignal>;
  /** The same two of a short message that follows another: it says less, and the conversation tells the rest. */
  readonly followUpScope: Logistic<FollowUpSignal>;
  readonly followUpTopic: Logistic<FollowUpSignal>;
  /** Is another topic asked beside it? */
  readonly further: Logistic<FurtherSignal>;
}

/** What is known of messages to fit on. */
export interface Seen {
  readonly scope: readonly Observation<AloneSignal>[];
  readonly topic: readonly Observation<AloneSignal>[];
  readonly followUpScope: readonly Observation<FollowUpSignal>[];
  readonly followUpTopic: readonly Observation<FollowUpSignal>[];
  readonly further: readonly Observation<FurtherSignal>[];
}

/** Fits how far a judgement can be trusted. */
export function fitCalibration({ scope, topic, followUpScope, followUpTopic, further }: Seen): Calibration {
  return {
    scope: fitLogistic(ALONE_SIGNALS, scope),
    topic: fitLogistic(ALONE_SIGNALS, topic),
    followUpScope: fitLogistic(FOLLOW_UP_SIGNALS, followUpScope),
    followUpTopic: fitLogistic(FOLLOW_UP_SIGNALS, followUpTopic),
    further: fitLogistic(FURTHER_SIGNALS, further),
  };
}
