import type { Seen } from '../../src/matching/calibration';
import { readConfidence, readFurther } from '../../src/matching/confidence';
import type { TrainedMatcher } from '../../src/matching/create-matcher';
import { isAsked, OPEN } from '../../src/matching/labels';
import type { CalibrationMessage } from './calibration-messages';

/** What a matcher makes of messages, and what is true of them. */
export function seeMessages({ judge }: TrainedMatcher, messages: readonly CalibrationMessage[]): Seen {
  const seen = messages.map(({ story, asks, also, weight }) => {
    const message = judge.weigh(story);
    const best = message.weighed.find(({ label }) => isAsked(label) && !label.startsWith(OPEN))?.label;
    const asked = new Set(asks.flat());
    const signals = readConfidence(message);
    const candidates = asks.length === 0 ? [] : judge.candidates(message, message.ranking);
    return {
      scope: { signals, isTrue: asks.length > 0, weight },
      topic: { signals, isTrue: best !== undefined && (asked.has(best) || also.includes(best)), weight },
      further: candidates
        .filter(({ label: { label } }) => asked.has(label) || !also.includes(label))
        .map(({ label, asks: holdsAsker }) => ({
          signals: readFurther(message, label, holdsAsker),
          isTrue: asked.has(label.label),
          weight,
        })),
    };
  });
  return {
    scope: seen.map(({ scope }) => scope),
    topic: seen.map(({ topic }) => topic),
    further: seen.flatMap(({ further }) => further),
  };
}

/** Several as one. */
export function joinSeen(parts: readonly Seen[]): Seen {
  return {
    scope: parts.flatMap(({ scope }) => scope),
    topic: parts.flatMap(({ topic }) => topic),
    further: parts.flatMap(({ further }) => further),
  };
}
