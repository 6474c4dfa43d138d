import type { Vocabulary } from '../knowledge/schema/vocabulary';
import { createPhraseIndex } from '../text/phrase-index';

/** Whether words ask to delete what is kept of the person, in whatever words. */
export type EraseWishReader = (words: readonly string[]) => boolean;

/** Longer messages say more than this wish. */
const MOST_WORDS = 14;

/**
 * Reads "delete everything about me": a verb of deleting and what is to go, and beside them only words that change
 * nothing. Deleting cannot be undone, so no typing error is forgiven, and anything else in the message makes it another.
 */
export function createEraseWishReader({ erasing }: Pick<Vocabulary, 'erasing'>): EraseWishReader {
  const index = createPhraseIndex([
    ['verb', erasing.verbs],
    ['thing', erasing.things],
    ['around', erasing.around],
  ] as const);
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
