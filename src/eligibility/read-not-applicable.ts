import type { Eligibility } from '../knowledge/schema/eligibility-shape';
import type { Clause } from './clauses';
import { createPhraseIndex } from '../text/phrase-index';
import type { Reading } from './reading';

/** Reads "I am a man", "does not apply" at a question for women (or the other way round): no. */
export type NotApplicableReader = (
  replies: readonly Clause[],
  audience: 'all' | 'women' | 'men' | undefined,
) => Reading | undefined;

/** `replies` are forms of one reply (with courtesies and without): one of them must be the phrase and nothing else. */
export function createNotApplicableReader(words: Eligibility['words']): NotApplicableReader {
  const index = createPhraseIndex([
    ['women', words.women],
    ['men', words.men],
    ['notApplicable', words.notApplicable],
  ] as const);
  return (replies, audience) => {
    if (audience === undefined || audience === 'all') return undefined;
    const said = replies.map((reply) => ({ reply, found: index.longestAt(reply, 0) }));
    const who = said.find(({ reply, found }) => found?.length === reply.length)?.found?.label;
    return who === undefined || who === audience ? undefined : { kind: 'answer', answer: 'no' };
  };
}
