import { fitConfidence, fitTwoQuestions, type Calibration, type SeenQuestion } from '../../src/matching/calibration';
import { OUT_OF_SCOPE, readConfidence } from '../../src/matching/confidence';
import { createMatcher, type MatcherContent, type TrainedMatcher } from '../../src/matching/create-matcher';
import type { TrainedPart } from '../../src/learning/kept-model';
import type { Observation } from '../../src/learning/logistic';
import type { PairSignal } from '../../src/matching/pair-signals';
import type { CalibrationQuestions } from './see-stories';

/** Fits calibration.json: first how far a ranking can be trusted, then, with that, when a message holds two questions. */
export function fitCalibration(content: MatcherContent, questions: CalibrationQuestions): Calibration {
  return fitWith(content, questions, createMatcher(content).trained);
}

/** The same for a matcher that has been trained on the content. */
export function fitWith(content: MatcherContent, questions: CalibrationQuestions, kept: TrainedPart): Calibration {
  const matcher = createMatcher(content, { kept });
  const confidence = fitConfidence(seeQuestions(matcher, questions));
  const start = { ...confidence, twoQuestions: { constant: 0, weights: {} as Record<PairSignal, number> } };
  const confident = createMatcher(content, { calibration: start, kept });
  return { ...confidence, twoQuestions: fitTwoQuestions(seePairs(confident, questions)) };
}

/** What is true of the development questions: follow-ups are here as the short questions that they also are. */
export function seeQuestions(matcher: TrainedMatcher, questions: CalibrationQuestions): SeenQuestion[] {
  const asked = [
    ...questions.inScope.map(({ topic, text }) => ({ topics: [topic], text })),
    ...questions.followUps.map(({ topic, follow_up }) => ({ topics: [topic], text: follow_up })),
    ...questions.outOfScope.map(({ text }) => ({ topics: [], text })),
    ...questions.stories,
  ];
  return asked.map(({ topics, text }) => {
    const ranking = matcher.rank(text);
    const best = ranking.ranked.find(({ label }) => !label.startsWith(OUT_OF_SCOPE))?.label;
    const right = best !== undefined && topics.includes(best);
    return { signals: readConfidence(ranking), inScope: topics.length > 0, right };
  });
}

/** Two questions: the two-question messages, and each opening joined with its follow-up. One: all others. */
function seePairs(matcher: TrainedMatcher, questions: CalibrationQuestions): Observation<PairSignal>[] {
  const messages = [
    ...questions.twoQuestions.map(({ text, topic1, topic2 }) => ({ text, topics: [topic1, topic2] })),
    ...questions.followUps
      .filter(({ opening_topic, topic }) => opening_topic !== topic)
      .map((row) => ({ text: `${row.opening} ${row.follow_up}`, topics: [row.opening_topic, row.topic] })),
    ...questions.inScope.map(({ text }) => ({ text, topics: [] as string[] })),
  ];
  return messages.flatMap(({ text, topics }) =>
    matcher.pairs(text).map((pair) => ({
      signals: pair.signals,
      isTrue: pair.topics.every(({ topic }) => topics.includes(topic)),
    })),
  );
}
