import { foldForeign } from '../../text/fold-foreign';

/** A language the assistant does not speak: one it can say so in, or any other. */
export type OtherLanguage = keyof LanguageWords;

/** Words that are never Arabic, in Arabic or Latin letters, from vocabulary.yaml. */
export interface LanguageWords {
  readonly english: readonly string[];
  readonly french: readonly string[];
  readonly urdu: readonly string[];
  readonly persian: readonly string[];
  readonly turkish: readonly string[];
  readonly hindi: readonly string[];
  readonly tagalog: readonly string[];
  /** Of languages it cannot say so in. */
  readonly other: readonly string[];
}

/**
 * Reads whether a message is written in another language than Arabic; Arabizi and loan words are Arabic. Urdu and Persian
 * share its letters: they are told by their own words, as they are spelt there.
 */
export type LanguageReader = (text: string) => OtherLanguage | undefined;

const ARABIC = /\p{Script=Arabic}/u;
const LATIN = /\p{Script=Latin}/u;
const DEVANAGARI = /\p{Script=Devanagari}/u;
const LETTER = /\p{L}/u;
/** One such word may be a slip or a name; two make a sentence. */
const FEWEST_TELLING = 2;
/** Share of a message's words: Arabizi borrows words, it does not borrow its "is", "the" and "what". */
const SMALLEST_SHARE = 0.3;

const IN_ARABIC_LETTERS = ['urdu', 'persian'] as const;
const IN_LATIN_LETTERS = ['english', 'french', 'turkish', 'hindi', 'tagalog', 'other'] as const;

/** Creates the reader. */
export function createLanguageReader(languages: LanguageWords): LanguageReader {
  const telling = (language: keyof LanguageWords) => ({
    language,
    words: new Set(languages[language].flatMap(foldForeign)),
  });
  const [ofArabicLetters, ofLatinLetters] = [IN_ARABIC_LETTERS.map(telling), IN_LATIN_LETTERS.map(telling)];

  return (text) => {
    if (!LETTER.test(text)) return undefined;
    if (ARABIC.test(text)) return mostTold(foldForeign(text), ofArabicLetters);
    if (DEVANAGARI.test(text)) return 'hindi';
    return LATIN.test(text) ? mostTold(foldForeign(text), ofLatinLetters) : 'other';
  };
}

interface Telling {
  readonly language: keyof LanguageWords;
  readonly words: ReadonlySet<string>;
}

/** The language that most words tell of, where they are enough. */
function mostTold(words: readonly string[], tellers: readonly Telling[]): OtherLanguage | undefined {
  const counts = tellers.map(({ language, words: told }) => ({
    language,
    count: words.filter((word) => told.has(word)).length,
  }));
  const best = counts.reduce((one, other) => (other.count > one.count ? other : one));
  const tells = best.count >= FEWEST_TELLING && best.count / words.length >= SMALLEST_SHARE;
  return tells ? best.language : undefined;
}
