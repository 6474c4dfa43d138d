import type { AgeRange } from '../../text/age-range';
import { type AgeWords, createAgeMentionReader, createAgeReader } from '../../text/read-age';
import type { Grammar, Marked } from './marks';

/** The age a clause tells of somebody; undefined when it tells none, or leaves it open. */
export type ToldAgeReader = (words: readonly string[], marks: readonly Marked[], at: number) => AgeRange | undefined;

const BEFORE_AN_AGE: readonly Grammar[] = ['have', 'self', 'whom', 'persons'];
const DIGITS = /^\d{1,4}$/;
const GENERAL: readonly Grammar[] = ['hypothesis', 'people', 'asks'];

/**
 * Creates the reader. "My age is", "born in" tell an age; a number of years does after "I have", "I am", "a young man", and
 * a bare number right after "I" or the person asked for ("my daughter 14").
 */
export function createToldAgeReader(words: AgeWords): ToldAgeReader {
  const readAge = createAgeReader(words);
  const readMention = createAgeMentionReader(words);
  return (clause, marks, at) => {
    const number = marks.findIndex(({ words: said }) => DIGITS.test(said[0] ?? ''));
    const before = number < 0 ? marks : marks.slice(0, number);
    if (before.some(({ mark }) => mark.kind === 'grammar' && GENERAL.includes(mark.grammar))) return undefined;
    const mention = readMention(clause);
    const told =
      mention === 'named' ||
      (mention === 'counted' && followsPerson(marks, isPerson)) ||
      (mention === 'bare' && followsPerson(marks, isSelf)) ||
      followsPerson(marks, isWhom, 1);
    const age = told ? readAge(clause, at) : undefined;
    return age === 'unclear' ? undefined : age;
  };
}

/** Whether a number stands right behind a person, or "I have"; or with one plain word between: "my sister the little one 14". */
function followsPerson(marks: readonly Marked[], is: (marked: Marked | undefined) => boolean, between = 0): boolean {
  return marks.some(({ words }, at) => {
    if (!DIGITS.test(words[0] ?? '')) return false;
    return is(marks[at - 1]) || (between > 0 && marks[at - 1]?.mark.kind === 'word' && is(marks[at - 2]));
  });
}

function isPerson(marked: Marked | undefined): boolean {
  return marked?.mark.kind === 'grammar' && BEFORE_AN_AGE.includes(marked.mark.grammar);
}

function isSelf(marked: Marked | undefined): boolean {
  return marked?.mark.kind === 'grammar' && marked.mark.grammar === 'self';
}

function isWhom(marked: Marked | undefined): boolean {
  return marked?.mark.kind === 'grammar' && marked.mark.grammar === 'whom';
}
