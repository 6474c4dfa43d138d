import type { Match, MatchContext, Matcher } from '../../matching/match';
import type { Reading } from '../../reading/reading';
import { askingPart } from './asking-part';

/** Matches what a message asks: all of it that is not filler. */
export function matchReading(reading: Reading, about: MatchContext | undefined, matcher: Matcher): Match {
  return matcher.matchStory(askingPart(reading), about);
}
