import type { Vocabulary } from '../../knowledge/schema/vocabulary';
import { ALEF, HEH, LAM, MEEM, NOON, WAW, YEH } from '../../text/letters';
import { createPhraseIndex } from '../../text/phrase-index';
import { createStemmer } from '../../text/stem';

/**
 * What words ask to delete: `all` that is kept of the person; `these`, said by a pronoun, which is all that is kept where
 * that was just talked about. `perhaps`: data and deleting are spoken of, and something else too, or it is asked
 * what becomes of them.
 */
type EraseWish = 'all' | 'these' | 'perhaps';

/** Reads a wish to delete, in whatever words. */
export type EraseWishReader = (words: readonly string[]) => EraseWish | undefined;

/** Longer messages say more than this wish. */
const MOST_WORDS = 16;
/** Words from the verb within which data are what is deleted. */
const NEAR = 4;
/** What hangs on a verb and points at what was talked of: "delete-them". */
const POINTING = [WAW + HEH + ALEF, HEH + ALEF, WAW + HEH + MEEM, HEH + MEEM, WAW + HEH + NOON, HEH + NOON, WAW + HEH];
/** All that hangs on a verb: also "delete-for-me", and said to several. Longest first. */
const ENDINGS = [...POINTING, WAW + LAM + YEH, LAM + YEH, WAW + ALEF, WAW];
const SHORTEST_VERB = 3;
const stem = createStemmer(new Set());

/** A word without what hangs on it. */
function fold(word: string): string {
  const ending = endingOf(word, ENDINGS);
  return stem(ending === undefined ? word : word.slice(0, -ending.length));
}

function endingOf(word: string, endings: readonly string[]): string | undefined {
  return endings.find((each) => word.endsWith(each) && word.length - each.length >= SHORTEST_VERB);
}

/**
 * Reads "delete everything about me": a verb of deleting and what is to go, and beside them only words that change
 * nothing. Deleting cannot be undone, so no typing error is forgiven, and anything else in the message makes it another.
 */
export function createEraseWishReader({ erasing }: Pick<Vocabulary, 'erasing'>): EraseWishReader {
  const index = createPhraseIndex(
    [
      ['verb', erasing.verbs],
      ['removing', erasing.removing],
      ['own', erasing.own],
      ['thing', erasing.things],
      ['these', erasing.these],
      ['unwilling', erasing.unwilling],
      ['keeping', erasing.keeping],
      ['asking', erasing.asking],
      ['around', erasing.around],
    ] as const,
    fold,
  );
  return (words) => {
    if (words.length > MOST_WORDS) return undefined;
    const found: { readonly label: string; readonly at: number }[] = [];
    let isWhole = true;
    for (let at = 0; at < words.length;) {
      const { label, length } = index.longestAt(words, at) ?? { label: 'other', length: 1 };
      if (label === 'other') isWhole = false;
      found.push({ label, at });
      at += length;
    }
    const has = (...labels: readonly string[]): boolean => found.some(({ label }) => labels.includes(label));
    // "I do not want my data deleted" against "I do not want you to keep them".
    if (has('unwilling') && !has('keeping')) isWhole = false;
    const isKept = isWhole && has('keeping') && has('own', 'thing');
    if (isKept && has('unwilling')) return 'all';
    // "Who reads my messages?", "what do you keep about me?"
    if (isKept && !has('verb', 'removing') && has('own', 'asking')) return 'perhaps';
    if (has('asking')) isWhole = false;
    if (isWhole && ((has('verb') && has('own', 'thing')) || (has('removing') && has('own')))) return 'all';
    const points = found.some(
      ({ label, at }) => label === 'these' || (label === 'verb' && endingOf(words[at] ?? '', POINTING) !== undefined),
    );
    if (isWhole && has('verb', 'removing') && points) return 'these';
    const isNear = found.some(
      ({ label, at }) =>
        label === 'own' && found.some((verb) => verb.label === 'verb' && Math.abs(verb.at - at) <= NEAR),
    );
    return isNear ? 'perhaps' : undefined;
  };
}
