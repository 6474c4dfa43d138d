import { ALEF } from '../text/letters';
import { createStemmer } from '../text/stem';
import { phraseWords } from '../text/phrase-index';

const SHORTEST_TANWEEN = 5;

/** Folds a normalized word: articles, pronouns and tanween come off, but the words of `kept` phrases stay whole. */
export function createWordFolder(kept: readonly string[]): (word: string) => string {
  const whole = new Set(kept.flatMap(phraseWords));
  const stem = createStemmer(whole);
  return (word) => {
    const folded = stem(word);
    const bare = folded.endsWith(ALEF) && folded.length >= SHORTEST_TANWEEN ? folded.slice(0, -ALEF.length) : folded;
    return whole.has(bare) ? bare : folded;
  };
}
