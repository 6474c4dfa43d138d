import type { Combination } from './combinations';
import type { Calming } from './compile-rules';
import { inOneClause, spansOf, type Message } from './message';
import type { Concept } from './phrasebook';
import { distance, whole, type Span } from './span';

/** How near, in words, a word that shows the symptom is happening must be. */
const LIFTED_WITHIN = 6;

/** True when the message only asks about, denies or remembers what `combination` names, by the circumstance `calming`. */
export function isCalmed(message: Message, combination: Combination, calming: Calming): boolean {
  return calming.cues.some((concept) =>
    spansOf(message, concept).some(
      (cue) =>
        !combination.some((part) => part.start <= cue.start && cue.end <= part.end) &&
        reaches(message, cue, combination, calming) &&
        !isLifted(message, cue, combination, calming),
    ),
  );
}

function reaches(message: Message, cue: Span, combination: Combination, calming: Calming): boolean {
  const { side, within, acrossClauses, bridge } = calming;
  return combination.some((part) => {
    const isBefore = cue.start < part.start;
    if (side !== 'either' && isBefore !== (side === 'before')) return false;
    if (distance(cue, part) > within) return false;
    if (!acrossClauses && !inOneClause(message, cue, part)) return false;
    return bridge === undefined || isBridged(message, cue, part, combination, bridge);
  });
}

/** True when every word between the cue and the part belongs to a bridging concept or to the combination. */
function isBridged(
  message: Message,
  cue: Span,
  part: Span,
  combination: Combination,
  bridge: readonly Concept[],
): boolean {
  const [from, to] = cue.start < part.start ? [cue.end, part.start] : [part.end, cue.start];
  const covers =
    (at: number): ((span: Span) => boolean) =>
    ({ start, end }) =>
      start <= at && at < end;
  for (let at = from; at < to; at += 1) {
    const isCovered = covers(at);
    if (combination.some(isCovered)) continue;
    if (!bridge.some((concept) => spansOf(message, concept).some(isCovered))) return false;
  }
  return true;
}

function isLifted(message: Message, cue: Span, combination: Combination, calming: Calming): boolean {
  const sign = whole(combination);
  return calming.liftedBy.some((concept) =>
    spansOf(message, concept).some(
      (span) =>
        (span.end <= cue.start || cue.end <= span.start) &&
        distance(span, sign) <= LIFTED_WITHIN &&
        (calming.acrossClauses || inOneClause(message, span, sign)),
    ),
  );
}
