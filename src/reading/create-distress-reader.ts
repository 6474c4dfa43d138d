import { createPhraseIndex, phraseWords } from '../text/phrase-index';

/** Whether somebody writes in fear or regret. */
export type DistressReader = (text: string) => boolean;

/** Creates the reader from the words of vocabulary.yaml. */
export function createDistressReader(distress: readonly string[]): DistressReader {
  const index = createPhraseIndex([['distress', distress]] as const);
  return (text) => {
    const words = phraseWords(text);
    return words.some((_word, at) => index.longestAt(words, at) !== undefined);
  };
}
