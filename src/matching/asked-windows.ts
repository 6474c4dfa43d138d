/** An asker that follows another this closely belongs to the same question ("how much may I"). */
const SAME_QUESTION = 2;
/** Words before a closing asker that belong to its question: Egyptian asks last ("and it does what?"). */
const BEFORE_CLOSING = 5;
/** An asker further in than this has something told before it. */
const TELLING = 4;

/**
 * The stretches of a clause that may be a question each: from each word that asks to the next one; a clause with one of
 * them also as a whole, one with none only as a whole.
 *
 * @param isAsker tells whether a normalized word asks something ("how much", "when", "may I")
 */
export function askedWindows(words: readonly string[], isAsker: (word: string) => boolean): string[] {
  const askers = words.flatMap((word, at) => (isAsker(word) ? [at] : []));
  const starts = askers.filter((at, i) => at - (askers[i - 1] ?? -Infinity) > SAME_QUESTION);
  const [first] = starts;
  const whole = words.join(' ');
  if (first === undefined) return [whole];
  if (starts.length === 1) return first > TELLING ? [whole, words.slice(first).join(' ')] : [whole];
  return starts.map((at, i) => {
    const end = starts[i + 1] ?? words.length;
    const begin = end - at > 1 ? at : Math.max((starts[i - 1] ?? -1) + 1, at - BEFORE_CLOSING);
    return words.slice(begin, end).join(' ');
  });
}
