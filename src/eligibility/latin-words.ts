import { consonants, readArabizi } from '../text/arabizi';
import { isLatin } from '../text/tokenize';
import { phraseWords } from './phrase-index';

/** Puts Arabic in place of words typed in Latin letters. */
export type LatinReader = (words: readonly string[], hoped: readonly string[]) => string[];

const FEWEST_CONSONANTS = 3;

/**
 * Reads Latin letters by the clinic's list of spellings, else by sound: a word that has the consonants of a `hoped` one.
 * Words it cannot read stay as they are.
 */
export function createLatinReader(spellings: Readonly<Record<string, string>>): LatinReader {
  const known = new Map(Object.entries(spellings).map(([latin, arabic]) => [latin, phraseWords(arabic)]));

  return (words, hoped) => {
    const bySound = new Map<string, string>();
    for (const word of hoped.flatMap(phraseWords).filter((each) => !isLatin(each))) {
      const sound = consonants(word);
      if (sound.length >= FEWEST_CONSONANTS && !bySound.has(sound)) bySound.set(sound, word);
    }
    return words.flatMap((word) => {
      if (!isLatin(word)) return [word];
      return known.get(word) ?? [bySound.get(consonants(readArabizi(word))) ?? word];
    });
  };
}
