import { WAW } from '../../text/letters';
import { normalize } from '../../text/normalize';
import { createPhraseIndex } from '../../text/phrase-index';
import { tokenize } from '../../text/tokenize';
import type { MarkContent } from './create-mark-reader';
import type { MarkReader } from './marks';

/**
 * Reads a message that has no subject of its own: "may I?", "are two days enough?", "then I stop it". Beside a told fact it is
 * about that fact. What it tells itself counts as no subject.
 */
export type FollowUpReader = (text: string) => FollowUp | undefined;

/**
 * Whether it asks for a verdict ("may I?", "do I stop it?"), something plainer ("how many days?"), names the treatment or what
 * it does ("what good is plasma?"), or is so short that its words, none of them known here, hardly name a subject.
 */
export type FollowUp = 'judging' | 'plain' | 'naming' | 'short';

/** Words of a message that may name a subject without being known. */
const MOST_SHORT = 4;

/** Creates the reader from facts.yaml and the concepts of vocabulary.yaml, which are the subjects there are. */
export function createFollowUpReader({ facts, vocabulary }: MarkContent, readMarks: MarkReader): FollowUpReader {
  const { followUps } = facts;
  const { concepts } = vocabulary;
  const neutral = new Set(followUps.neutral);
  const naming = new Set(followUps.naming);
  const known = Object.entries(concepts);
  const index = createPhraseIndex([
    ['judging', followUps.judging],
    ['plain', followUps.words],
    ['naming', known.flatMap(([id, words]) => (naming.has(id) ? words : []))],
    ['plain', known.flatMap(([id, words]) => (neutral.has(id) && !naming.has(id) ? words : []))],
    ['subject', known.flatMap(([id, words]) => (neutral.has(id) ? [] : words))],
  ] as const);

  return (text) => {
    const typed = tokenize(normalize(text));
    if (typed.length > followUps.mostWords) return undefined;
    const marks = readMarks(typed);
    const words = marks.flatMap(({ words: said }) => said);
    const covered = marks.flatMap(({ mark, words: said }) => said.map(() => mark.kind));
    let plain = 0;
    const heard = new Set<string>();
    for (let at = 0; at < words.length;) {
      const found = covered[at] === 'fact' ? undefined : (index.longestAt(words, at) ?? joinedAt(words, at));
      if (found?.label === 'subject') return undefined;
      if (found !== undefined) heard.add(found.label);
      if (found !== undefined || covered[at] !== 'word') plain += 1;
      at += found?.length ?? 1;
    }
    if (plain === 0) return words.length > 0 && words.length <= MOST_SHORT ? 'short' : undefined;
    if (heard.has('judging')) return 'judging';
    return heard.has('naming') ? 'naming' : 'plain';
  };

  function joinedAt(words: readonly string[], at: number) {
    const word = words[at] ?? '';
    return word.startsWith(WAW) && word.length > 2
      ? index.longestAt([word.slice(1), ...words.slice(at + 1)], 0)
      : undefined;
  }
}
