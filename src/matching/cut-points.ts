import { WAW } from '../text/letters';
import { readWords } from '../text/spoken-words';
import type { Reading } from './reading';
import type { CutPoint } from './read-stretches';

/** How much likelier than elsewhere a message is cut there. With all 1, 5 in 100 pairs of questions are lost. */
const LIKELIHOOD = { clause: 1.6, pause: 2.7, question: 4.5 };
/**
 * No more places are weighed: reading takes time with their number. Messages of 60 words have about 25; what has more is
 * cut where it is likeliest.
 */
const MOST_CUTS = 50;
const QUESTION = /[?\u061F]/;
const PAUSE = /[\n\p{Terminal_Punctuation}]/u;

/**
 * The places where something else may begin: after punctuation, where a clause begins, before "and", and before a word that
 * asks. Cutting everywhere finds no more, and takes three times as long.
 *
 * @param begins where clauses begin, counted in words of the text
 */
export function findCuts(
  text: string,
  { words, origins }: Reading,
  begins: readonly number[],
  isAsker: (word: string) => boolean,
): CutPoint[] {
  const spoken = readWords(text);
  const isAligned = spoken.length >= (origins.at(-1) ?? -1) + 1;
  const between = (at: number): string =>
    isAligned ? text.slice(spoken[at - 1]?.end ?? 0, spoken[at]?.start ?? 0) : '';
  const beginning = new Set(begins);
  const cuts = words.flatMap((word, at): CutPoint[] => {
    if (at === 0) return [{ at, likelihood: 1 }];
    const origin = origins[at] ?? 0;
    if (origins[at - 1] === origin) return [];
    const before = between(origin);
    if (QUESTION.test(before)) return [{ at, likelihood: LIKELIHOOD.question }];
    if (PAUSE.test(before)) return [{ at, likelihood: LIKELIHOOD.pause }];
    const isClause = beginning.has(origin) || word.startsWith(WAW) || isAsker(word);
    return isClause ? [{ at, likelihood: LIKELIHOOD.clause }] : [];
  });
  return [...likeliest(cuts), { at: words.length, likelihood: 1 }];
}

function likeliest(cuts: readonly CutPoint[]): readonly CutPoint[] {
  if (cuts.length <= MOST_CUTS) return cuts;
  const [first, ...others] = cuts;
  const kept = others.sort((one, other) => other.likelihood - one.likelihood).slice(0, MOST_CUTS);
  return [...(first === undefined ? [] : [first]), ...kept.sort((one, other) => one.at - other.at)];
}
