import type { Knowledge } from '../../knowledge/knowledge';
import { phraseWords } from '../../text/phrase-index';
import { isLatin } from '../../text/tokenize';
import { createFormFinder } from './word-forms';
import { createWordSet } from './word-set';

/** What counts as an ordinary word. */
export interface KnownWords {
  /** In any form, with one wrong letter: what stands anywhere. */
  readonly isKnown: (word: string) => boolean;
  /** Usual in this very form: what may stand where a name is expected. */
  readonly isUsual: (word: string) => boolean;
}

/** The content that ordinary words are known from. */
export type WordContent = Pick<Knowledge, 'vocabulary' | 'openQuestions' | 'ordinaryWords' | 'countedWords'>;

/** Shorter words are one letter from too many others. */
const SHORTEST_TYPO = 6;

/** @param spoken the words of phrasings and word lists, normalized */
export function collectWords(content: WordContent, spoken: ReadonlySet<string>): KnownWords {
  const { vocabulary, openQuestions, ordinaryWords, countedWords } = content;
  const phrases = [
    ...Object.values(vocabulary.social).flat(),
    ...Object.keys(vocabulary.arabizi),
    ...openQuestions.openQuestions.flatMap(({ phrasings }) => phrasings),
    ...vocabulary.courtesy,
    ...vocabulary.asking,
    ...vocabulary.askers,
    ...vocabulary.languages.english,
    ...vocabulary.languages.french,
    ...ordinaryWords.words,
  ];
  const often = countedWords.often.flatMap((line) => line.split(' '));
  const usual = createWordSet(both(often, both(spoken, phrases.flatMap(phraseWords))));
  const seldom = createWordSet(countedWords.seldom.flatMap((line) => line.split(' ')));
  const isWord = (word: string): boolean => usual.has(word) || seldom.has(word);
  const anyForm = createFormFinder(ordinaryWords.affixes);
  const letters = [...new Set(often.filter((word) => !isLatin(word)).join(''))];
  return {
    isUsual: usual.has,
    isKnown: (word) =>
      isLatin(word) ? isWord(word) : anyForm(word, isWord) || (word.length >= SHORTEST_TYPO && isSlip(word)),
  };

  /** One letter wrong, missing, too many or in its neighbour's place. */
  function isSlip(word: string): boolean {
    for (let at = 0; at < word.length; at += 1) {
      const [start, letter, rest] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
      if (usual.has(start + rest) || usual.has(start + rest.charAt(0) + letter + rest.slice(1))) return true;
      if (letters.some((other) => usual.has(start + other + rest) || usual.has(start + other + letter + rest)))
        return true;
    }
    return false;
  }
}

function* both(one: Iterable<string>, other: Iterable<string>): Iterable<string> {
  yield* one;
  yield* other;
}
