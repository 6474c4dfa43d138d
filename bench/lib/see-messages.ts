import type { Seen } from '../../src/matching/calibration';
import { readConfidence, readFurther } from '../../src/matching/confidence';
import type { TrainedMatcher } from '../../src/matching/create-matcher';
import { isAsked, OPEN } from '../../src/matching/labels';
import type { CalibrationMessage } from './calibration-messages';

/** What a matcher makes of messages, and what is true of them. */
export function seeMessages({ judge }: TrainedMatcher, messages: readonly CalibrationMessage[]): Seen {
  const seen = messages.map(({ story, about, asks, also, weight }) => {
    const message = judge.weigh(story, about);
    const best = message.weighed.find(({ label }) => isAsked(label) && !label.startsWith(OPEN))?.label;
    const asked = new Set(asks.flat());
    const signals = readConfidence(message);
    const candidates = asks.length === 0 ? [] : judge.candidates(message, message.ranking);
    return {
      isFollowUp: message.about !== undefined,
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
  const alone = seen.filter(({ isFollowUp }) => !isFollowUp);
  const following = seen.filter(({ isFollowUp }) => isFollowUp);
  return {
    scope: alone.map(({ scope }) => scope),
    topic: alone.map(({ topic }) => topic),
    followUpScope: following.map(({ scope }) => scope),
    followUpTopic: following.map(({ topic }) => topic),
    further: seen.flatMap(({ further }) => further),
  };
}

/** Several as one. */
export function joinSeen(parts: readonly Seen[]): Seen {
  return {
    scope: parts.flatMap(({ scope }) => scope),
    topic: parts.flatMap(({ topic }) => topic),
    followUpScope: parts.flatMap(({ followUpScope }) => followUpScope),
    followUpTopic: parts.flatMap(({ followUpTopic }) => followUpTopic),
    further: parts.flatMap(({ further }) => further),
  };
}
