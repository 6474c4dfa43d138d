import { normalize } from '../text/normalize';
import { isLatin, tokenize } from '../text/tokenize';

/** A language the assistant does not speak: one it can say so in, or any other. */
export type OtherLanguage = 'english' | 'french' | 'other';

/** Words that are never Arabic in Latin letters, from vocabulary.yaml. */
export interface LanguageWords {
  readonly english: readonly string[];
  readonly french: readonly string[];
}

/** Reads whether a message is written in another language than Arabic; Arabizi and loan words are Arabic. */
export type LanguageReader = (text: string) => OtherLanguage | undefined;

const ARABIC = /\p{Script=Arabic}/u;
const LATIN = /\p{Script=Latin}/u;
const LETTER = /\p{L}/u;
/** One such word may be a slip or a name; two make a sentence. */
const FEWEST_TELLING = 2;
/** Share of a message's words: Arabizi borrows words, it does not borrow its "is", "the" and "what". */
const SMALLEST_SHARE = 0.3;

/** Creates the reader. */
export function createLanguageReader({ english, french }: LanguageWords): LanguageReader {
  const tellers = [
    { language: 'english', words: fold(english) },
    { language: 'french', words: fold(french) },
  ] as const;
  return (text) => {
    if (ARABIC.test(text) || !LETTER.test(text)) return undefined;
    if (!LATIN.test(text)) return 'other';
    const words = tokenize(normalize(text)).filter(isLatin);
    const counts = tellers.map(({ language, words: telling }) => ({
      language,
      count: words.filter((word) => telling.has(word)).length,
    }));
    const best = counts.reduce((one, other) => (other.count > one.count ? other : one));
    const tells = best.count >= FEWEST_TELLING && best.count / words.length >= SMALLEST_SHARE;
    return tells ? best.language : undefined;
  };
}

function fold(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map((word) => normalize(word)));
}
