import type { Match, MatchContext, Matcher } from '../matching/match';
import type { Reading } from '../reading/reading';
import { askingPart } from './asking-part';

/** Matches what a message asks: all of it that is not filler, and each clause that asks. */
export function matchReading(reading: Reading, about: MatchContext | undefined, matcher: Matcher): Match {
  const asked = reading.clauses.filter(({ kind }) => kind === 'question' || kind === 'leaning');
  return matcher.matchStory({ text: askingPart(reading), asked: asked.map(({ words }) => words) }, about);
}
