import type { Vocabulary } from '../knowledge/schema/vocabulary';
import { ALEF, HEH, LAM, MEEM, WAW, YEH } from '../text/letters';
import { createPhraseIndex } from '../text/phrase-index';
import { createStemmer } from '../text/stem';

/** Whether words ask to delete what is kept of the person, in whatever words. */
export type EraseWishReader = (words: readonly string[]) => boolean;

/** Longer messages say more than this wish. */
const MOST_WORDS = 16;
/** What hangs on a verb: "delete-for-me", "delete-them", said to several. Longest first. */
const ENDINGS = [WAW + LAM + YEH, LAM + YEH, WAW + HEH + ALEF, WAW + HEH + MEEM, WAW + ALEF, WAW];
const SHORTEST_VERB = 3;
const stem = createStemmer(new Set());

/** A word without what hangs on it. */
function fold(word: string): string {
  const ending = ENDINGS.find((each) => word.endsWith(each) && word.length - each.length >= SHORTEST_VERB);
  return stem(ending === undefined ? word : word.slice(0, -ending.length));
}

/**
 * Reads "delete everything about me": a verb of deleting and what is to go, and beside them only words that change
 * nothing. Deleting cannot be undone, so no typing error is forgiven, and anything else in the message makes it another.
 */
export function createEraseWishReader({ erasing }: Pick<Vocabulary, 'erasing'>): EraseWishReader {
  const index = createPhraseIndex(
    [
      ['verb', erasing.verbs],
      ['thing', erasing.things],
      ['around', erasing.around],
    ] as const,
    fold,
  );
  return (words) => {
    if (words.length > MOST_WORDS) return false;
    const heard = new Set<string>();
    for (let at = 0; at < words.length;) {
      const found = index.longestAt(words, at);
      if (found === undefined) return false;
      heard.add(found.label);
      at += found.length;
    }
    return heard.has('verb') && heard.has('thing');
  };
}
