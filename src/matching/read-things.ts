import type { Knowledge } from '../knowledge/knowledge';
import { createPhraseIndex, phraseWords } from '../text/phrase-index';
import { createStemmer } from '../text/stem';

/** What a question speaks of that other questions call by other words ("parking", "a place for the car"), by the clinic's lists. */
export function createThingReader(sameThings: Knowledge['ordinaryWords']['sameThings']): (text: string) => string[] {
  const index = createPhraseIndex(Object.entries(sameThings), createStemmer(new Set()));
  return (text) => {
    const words = phraseWords(text);
    return [...new Set(words.flatMap((_, at) => index.longestAt(words, at)?.label ?? []))];
  };
}
