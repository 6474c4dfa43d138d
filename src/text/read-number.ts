import { ALEF, LAM, WAW } from './letters';
import { phraseWords } from './phrase-index';

/** Reads the number that begins at a word: its value and how many words it takes. */
export type NumberReader = (
  words: readonly string[],
  at: number,
) => { readonly value: number; readonly length: number } | undefined;

const ARTICLE = ALEF + LAM;
const TEN = 10;
const HUNDRED = 100;
const THOUSAND = 1000;

/** Words for 1–19, the tens and thousands, by value. */
type NumberNames = Readonly<Record<string, readonly string[]>>;

/** Reads numbers up to 99 in words ("five and twenty", "seven ten"), "two thousand and ten", and any in digits. */
export function createNumberReader(...names: readonly NumberNames[]): NumberReader {
  const values = new Map<string, number>();
  for (const [value, words] of names.flatMap((each) => Object.entries(each))) {
    for (const word of words) values.set(phraseWords(word).join(' '), Number(value));
  }
  const named = (word: string | undefined) =>
    word === undefined ? undefined : (values.get(word) ?? values.get(withoutArticle(word)));

  const readSmall: NumberReader = (words, at) => {
    const word = words[at];
    if (word === undefined) return undefined;
    if (/^\d{1,4}$/.test(word)) return { value: Number(word), length: 1 };
    const first = named(word);
    if (first === undefined) return undefined;
    const next = words[at + 1];
    if (next === WAW) {
      const tens = named(words[at + 2]);
      if (isTens(tens) && first < TEN) return { value: first + tens, length: 3 };
    }
    const joined = next?.startsWith(WAW) === true ? named(next.slice(WAW.length)) : undefined;
    if (isTens(joined) && first < TEN) return { value: first + joined, length: 2 };
    if (named(next) === TEN && first < TEN) return { value: first + TEN, length: 2 };
    return { value: first, length: 1 };
  };

  /** "Two thousand and ten": what is added to a thousand, and how many words it takes with its "and". */
  const readAdded: NumberReader = (words, at) => {
    const next = words[at];
    if (next === undefined || !next.startsWith(WAW)) return undefined;
    const bare = next === WAW ? words.slice(at + 1) : [next.slice(WAW.length), ...words.slice(at + 1)];
    const added = readSmall(bare, 0);
    return added && { value: added.value, length: added.length + (next === WAW ? 1 : 0) };
  };

  return (words, at) => {
    const first = readSmall(words, at);
    if (first === undefined || first.value < THOUSAND || first.value !== named(words[at])) return first;
    const added = readAdded(words, at + 1);
    return added === undefined || added.value >= HUNDRED
      ? first
      : { value: first.value + added.value, length: first.length + added.length };
  };
}

function withoutArticle(word: string): string {
  return word.startsWith(ARTICLE) ? word.slice(ARTICLE.length) : word;
}

function isTens(value: number | undefined): value is number {
  return value !== undefined && value >= 2 * TEN && value < HUNDRED && value % TEN === 0;
}
