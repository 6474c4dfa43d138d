import type { Eligibility } from '../knowledge/schema/eligibility-shape';
import { createPhraseIndex } from './phrase-index';
import { createNumberReader } from './read-number';

/** Reads whether the number a sentence tells is below a limit. Undefined when it tells none, or leaves it open. */
export type BelowReader = (words: readonly string[], limit: number, year: number) => boolean | undefined;

interface Range {
  readonly least: number;
  readonly most: number;
}

const OLDEST = 120;
const FIRST_YEAR = 1900;

/** Reads ages: "I am 17", "under 18", "not yet 18", "over twenty", "born in 2001", in digits and words. */
export function createBelowReader(words: Eligibility['words']): BelowReader {
  const readNumber = createNumberReader(words.numbers);
  const index = createPhraseIndex([
    ['below', words.below],
    ['above', words.above],
    ['reached', words.reached],
    // "No, I am over 18": a plain no does not turn the age around.
    ['refusal', words.refusals],
    ['negator', words.negators],
    ['born', words.born],
  ] as const);

  return (tokens, limit, year) => {
    const heard = new Set<string>();
    for (let at = 0; at < tokens.length;) {
      const found = index.longestAt(tokens, at);
      const number = found === undefined ? readNumber(tokens, at) : undefined;
      if (number !== undefined) {
        const range = rangeOf(number.value, heard, year);
        return range === undefined ? undefined : compare(range, limit);
      }
      if (found !== undefined) heard.add(found.label);
      at += found?.length ?? 1;
    }
    return undefined;
  };
}

function rangeOf(value: number, heard: ReadonlySet<string>, year: number): Range | undefined {
  if (value >= FIRST_YEAR && value <= year) return { least: year - value - 1, most: year - value };
  if (value < 1 || value > OLDEST || heard.has('born')) return undefined;
  const negated = heard.has('negator');
  if (heard.has('below')) return negated ? { least: value, most: OLDEST } : { least: 0, most: value - 1 };
  if (heard.has('above')) return negated ? { least: 0, most: value } : { least: value, most: OLDEST };
  if (heard.has('reached')) return negated ? { least: 0, most: value - 1 } : { least: value, most: OLDEST };
  return { least: value, most: value };
}

function compare({ least, most }: Range, limit: number): boolean | undefined {
  if (most < limit) return true;
  return least >= limit ? false : undefined;
}
