import { normalize } from '../text/normalize';
import { tokenize } from '../text/tokenize';

/** Ends a clause. A point between digits does not ("38.5"). */
const CLAUSE_END = /[.,](?!\d)|[!?;:\n\u060C\u061B\u061F\u2026]/g;

/** The words of a message, and where its clauses begin. */
export interface MessageWords {
  readonly words: readonly string[];
  /** True at the first word of each clause. */
  readonly begins: readonly boolean[];
}

/** Splits a message into normalized words; `open` takes apart a word in which two are written together. */
export function readWords(text: string, open: (word: string) => readonly string[]): MessageWords {
  const words: string[] = [];
  const begins: boolean[] = [];
  for (const clause of text.split(CLAUSE_END)) {
    let isFirst = true;
    for (const token of tokenize(normalize(clause))) {
      for (const word of open(token)) {
        words.push(word);
        begins.push(isFirst);
        isFirst = false;
      }
    }
  }
  return { words, begins };
}
