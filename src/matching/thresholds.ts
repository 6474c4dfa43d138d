/**
 * What a mistake costs, in the unit "a patient has to press one more button". The thresholds follow from these; moving
 * a cost moves its threshold, and nothing else needs tuning.
 */
export interface Costs {
  /** A wrong answer given as sure. */
  readonly wrongAnswer: number;
  /** The same on a topic marked careful: warnings and medicines. */
  readonly wrongCarefulAnswer: number;
  /**
   * The same in answer to a short message that follows another: the next message puts it right. At 2.1, of 100 later turns of
   * the development conversations one more is answered wrong and sure, of 100 follow-ups one more is right at once.
   */
  readonly wrongFollowUp: number;
  /** Offering "did you mean" where the answer was right. */
  readonly offering: number;
  /** Saying "I do not know" to a question that was in scope: dearer than three needless buttons. */
  readonly refusing: number;
  /** Offering topics to talk that is out of scope. */
  readonly offeringStray: number;
  /** Answering it. */
  readonly answeringStray: number;
}

/**
 * Of whole messages that were not learnt from, wrong and sure / right: 5.2 / 84 % where a wrong answer costs 2.8, 4.0 / 81 at 4,
 * 3.6 / 78 at 5 (two folds, half of the messages each); read with all of them they are right more often.
 */
export const COSTS: Costs = {
  wrongAnswer: 4,
  wrongCarefulAnswer: 4.2,
  wrongFollowUp: 2.5,
  offering: 1,
  refusing: 3,
  offeringStray: 2,
  answeringStray: 2.8,
};

export interface Thresholds {
  /** Least probability of the best topic to answer it. */
  readonly sure: number;
  /** The same on careful topics. */
  readonly sureCareful: number;
  /** The same in a short message that follows another. */
  readonly sureFollowUp: number;
  /** Least probability of being in scope to offer topics. */
  readonly offer: number;
  /** The same to answer one: a stray answer is a wrong one, and an offer to talk out of scope is a needless one. */
  readonly answer: number;
}

/** The thresholds that make the expected cost least. */
export function thresholdsFor(costs: Costs): Thresholds {
  return {
    sure: 1 - costs.offering / costs.wrongAnswer,
    sureCareful: 1 - costs.offering / costs.wrongCarefulAnswer,
    sureFollowUp: 1 - costs.offering / costs.wrongFollowUp,
    offer: costs.offeringStray / (costs.offeringStray + costs.refusing),
    answer: costs.answeringStray / (costs.answeringStray + costs.offering),
  };
}
