import type { WordReader } from './create-word-reader';

/** Words whose reading is remembered; the shipped content has about 15,000. Half the time of a message. */
const MOST_REMEMBERED = 20_000;

/** People share most of their words: each is read once. Single words in memory only, and never many. */
export function rememberWords(readWord: WordReader): WordReader {
  const remembered = new Map<string, ReturnType<WordReader>>();
  return (word) => {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    const reading = readWord(word);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(word, reading);
    return reading;
  };
}
