import type { UrgentRules } from '../knowledge/schema/urgent';
import { whole, type Combination } from './combinations';
import type { Span } from './concept-finder';
import { distance, inOneClause, overlap, spansOf, type Message } from './message';

type Calming = UrgentRules['calming'][string];

/** How near, in words, a word that shows the symptom is happening must be. */
const LIFTED_WITHIN = 6;

/** True when the message only asks about, denies or remembers what `combination` names, by the circumstance `calming`. */
export function isCalmed(message: Message, combination: Combination, calming: Calming): boolean {
  return calming.cues
    .flatMap((concept) => spansOf(message, concept))
    .some(
      (cue) =>
        !combination.some((part) => part.start <= cue.start && cue.end <= part.end) &&
        reaches(message, cue, combination, calming) &&
        !isLifted(message, cue, combination, calming),
    );
}

function reaches(message: Message, cue: Span, combination: Combination, calming: Calming): boolean {
  const { side, within = Infinity, acrossClauses, bridge } = calming;
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
  bridge: readonly string[],
): boolean {
  const piers = [...combination, ...bridge.flatMap((concept) => spansOf(message, concept))];
  const [from, to] = cue.start < part.start ? [cue.end, part.start] : [part.end, cue.start];
  for (let at = from; at < to; at += 1) {
    if (!piers.some(({ start, end }) => start <= at && at < end)) return false;
  }
  return true;
}

function isLifted(
  message: Message,
  cue: Span,
  combination: Combination,
  { liftedBy, acrossClauses }: Calming,
): boolean {
  const sign = whole(combination);
  return liftedBy
    .flatMap((concept) => spansOf(message, concept))
    .some(
      (span) =>
        !overlap(span, cue) &&
        distance(span, sign) <= LIFTED_WITHIN &&
        (acrossClauses || inOneClause(message, span, sign)),
    );
}
