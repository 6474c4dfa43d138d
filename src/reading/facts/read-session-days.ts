import type { Facts } from '../../knowledge/schema/facts';
import { createPhraseIndex } from '../../text/phrase-index';
import { createNumberReader } from '../../text/read-number';

/** Days since a session the words tell of: "I had plasma three weeks ago". Undefined when they tell of none. */
export type SessionDaysReader = (words: readonly string[]) => number | undefined;

/** Farther apart, "I had" is of something else: "I had a cream … now they tell me of plasma". */
const MOST_WORDS_BETWEEN = 7;
/** The time may stand at the other end of the sentence. */
const MOST_WORDS_TO_TIME = 9;

/** Creates the reader from facts.yaml and the words for numbers. */
export function createSessionDaysReader(
  { session }: Facts,
  numbers: Readonly<Record<string, readonly string[]>>,
): SessionDaysReader {
  const treatment = createPhraseIndex([['treatment', session.treatment]] as const);
  const done = createPhraseIndex([['done', session.done]] as const);
  const spans = createPhraseIndex(Object.entries(session.spans).map(([days, words]) => [Number(days), words] as const));
  const ago = createPhraseIndex(Object.entries(session.ago).map(([days, words]) => [Number(days), words] as const));
  const readNumber = createNumberReader(numbers);

  return (words) => {
    const everywhere = words.map((_, at) => at);
    const treated = everywhere.filter((at) => treatment.longestAt(words, at) !== undefined);
    const had = everywhere.filter((at) => done.longestAt(words, at) !== undefined);
    const told = treated.flatMap((at) =>
      had.filter((other) => Math.abs(at - other) <= MOST_WORDS_BETWEEN).flatMap((other) => [at, other]),
    );
    return everywhere
      .filter((at) => told.some((place) => Math.abs(place - at) <= MOST_WORDS_TO_TIME))
      .map((at) => daysAt(at))
      .find((days) => days !== undefined);

    function daysAt(at: number): number | undefined {
      const number = readNumber(words, at);
      const unit = number === undefined ? undefined : spans.longestAt(words, at + number.length)?.label;
      if (number !== undefined && unit !== undefined) return number.value * unit;
      return ago.longestAt(words, at)?.label ?? spans.longestAt(words, at)?.label;
    }
  };
}
