import type { Eligibility } from '../knowledge/schema/eligibility-shape';
import type { Clause } from './clauses';
import type { ItemFinder } from './find-item';
import { createPhraseIndex } from '../text/phrase-index';
import type { Reading, ReadingStep, ReplyVocabulary } from './reading';

/** Reads replies at the steps that are no questions, courtesies left out. */
export type ElsewhereReader = (bare: Clause, step: Exclude<ReadingStep['kind'], 'item'>) => Reading;

/** At the summary a question's name alone asks to change its answer; several ways of agreeing agree. */
export function createElsewhereReader(
  words: Eligibility['words'],
  { answers }: ReplyVocabulary,
  findItem: ItemFinder,
): ElsewhereReader {
  const assents = createPhraseIndex([
    ['show', words.show],
    ['agree', [...words.agree, ...answers.yes]],
  ] as const);

  return (bare, step) => {
    const item = step === 'consent' ? undefined : findItem(bare);
    return item === undefined ? readAssent(bare) : { kind: 'change', item };
  };

  function readAssent(bare: Clause): Reading {
    let kind: 'agree' | 'show' = 'agree';
    for (let at = 0; at < bare.length;) {
      const found = assents.longestAt(bare, at);
      if (found === undefined) return { kind: 'unclear' };
      if (found.label === 'show') kind = 'show';
      at += found.length;
    }
    return bare.length === 0 ? { kind: 'unclear' } : { kind };
  }
}
