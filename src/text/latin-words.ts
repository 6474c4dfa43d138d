import { consonants, readArabizi } from './arabizi';
import { isLatin } from './tokenize';
import { phraseWords } from './phrase-index';

/** Puts Arabic in place of words typed in Latin letters. */
export type LatinReader = (words: readonly string[], sounds: Sounds) => string[];

/** Words that are hoped for, by their consonants. */
export type Sounds = ReadonlyMap<string, string>;

const FEWEST_CONSONANTS = 3;

/** The words of phrases by their consonants, where there are enough of these to know a word by. */
export function soundsOf(phrases: readonly string[]): Sounds {
  const sounds = new Map<string, string>();
  for (const word of phrases.flatMap(phraseWords).filter((each) => !isLatin(each))) {
    const sound = consonants(word);
    if (sound.length >= FEWEST_CONSONANTS && !sounds.has(sound)) sounds.set(sound, word);
  }
  return sounds;
}

/**
 * Reads Latin letters by the clinic's list of spellings, else by sound: a word that has the consonants of a hoped-for one.
 * Words it cannot read stay as they are.
 */
export function createLatinReader(spellings: Readonly<Record<string, string>>): LatinReader {
  const known = new Map(Object.entries(spellings));
  return (words, sounds) =>
    words.flatMap((word) => {
      if (!isLatin(word)) return [word];
      const arabic = known.get(word);
      return arabic === undefined ? [sounds.get(consonants(readArabizi(word))) ?? word] : phraseWords(arabic);
    });
}
