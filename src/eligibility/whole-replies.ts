import type { Eligibility } from '../knowledge/schema/eligibility-shape';
import { phraseWords } from '../text/phrase-index';
import type { Reading, ReplyVocabulary } from './reading';
import { withinOneEdit } from '../text/within-one-edit';

/** Reads replies that are one known phrase from beginning to end, courtesies left out. */
export type WholeReplyReader = (words: readonly string[]) => Reading | undefined;

const SHORTEST_TYPO = 5;
const UNCLEAR: Reading = { kind: 'unclear' };

/** Which of the replies a step knows: agreeing is no answer to a question about health. */
export type WholeReplies = 'question' | 'other';

/** Of two meanings of one phrase the first here holds. */
export function createWholeReplyReader(
  words: Eligibility['words'],
  { answers, commands }: ReplyVocabulary,
  known: WholeReplies,
): WholeReplyReader {
  const lists: readonly (readonly [Reading, readonly string[]])[] = [
    [{ kind: 'explain' }, words.explain],
    ...(known === 'question' ? [] : otherReplies(words)),
    [{ kind: 'answer', answer: 'unsure' }, [...answers.unsure, ...words.unsure]],
    [{ kind: 'answer', answer: 'no' }, answers.no],
    ...(known === 'question' ? [[UNCLEAR, words.agree] as const] : []),
    [{ kind: 'answer', answer: 'yes' }, [...answers.yes, ...words.sometimes]],
    [{ kind: 'skip' }, [...answers.skip, ...words.skip]],
    [{ kind: 'why' }, answers.why],
    [{ kind: 'back' }, commands.back],
    [{ kind: 'restart' }, commands.restart],
    [{ kind: 'cancel' }, commands.cancel],
    [{ kind: 'person' }, commands.human],
  ];
  const readings = new Map<string, Reading>();
  for (const [reading, phrases] of lists) {
    for (const phrase of phrases) {
      const known = phraseWords(phrase).join(' ');
      if (known !== '' && !readings.has(known)) readings.set(known, reading);
    }
  }
  const byLength = new Map<number, { readonly known: readonly string[]; readonly reading: Reading }[]>();
  for (const [phrase, reading] of readings) {
    const known = phrase.split(' ');
    // Without one word long enough for a typo only the exact phrase counts.
    if (known.every((word) => word.length < SHORTEST_TYPO)) continue;
    byLength.set(known.length, [...(byLength.get(known.length) ?? []), { known, reading }]);
  }

  return (reply) => {
    const exact = readings.get(reply.join(' '));
    if (exact !== undefined) return exact;
    const near = (byLength.get(reply.length) ?? [])
      .filter(({ known }) => hasOneTypo(reply, known))
      .map(({ reading }) => reading);
    const [first] = near;
    // One wrong letter is forgiven only where every known phrase so near means the same.
    return first !== undefined && near.every((reading) => sameReading(reading, first)) ? first : undefined;
  };
}

function otherReplies(words: Eligibility['words']): (readonly [Reading, readonly string[]])[] {
  return [
    [{ kind: 'agree' }, words.agree],
    [{ kind: 'show' }, words.show],
    [{ kind: 'back' }, words.keep],
  ];
}

/** Same words but for one, long enough not to become its opposite, with one wrong letter. */
function hasOneTypo(reply: readonly string[], known: readonly string[]): boolean {
  if (reply.length !== known.length) return false;
  const at = known.findIndex((word, nth) => word !== reply[nth]);
  const word = known[at] ?? '';
  const typed = reply[at] ?? '';
  return (
    Math.min(word.length, typed.length) >= SHORTEST_TYPO &&
    withinOneEdit(word, typed) &&
    known.slice(at + 1).every((next, nth) => next === reply[at + 1 + nth])
  );
}

function sameReading(one: Reading, other: Reading): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
