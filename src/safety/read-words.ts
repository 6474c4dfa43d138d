import { normalize } from '../text/normalize';
import { tokenize } from '../text/tokenize';
import type { WordReader } from './create-word-reader';
import type { Lexeme } from './lexicon';

/** Ends a clause. A point between digits does not ("38.5"). */
const CLAUSE_END = /[.,](?!\d)|[!?;:\n\u060C\u061B\u061F\u2026]/g;

/** The words of a message, and where its clauses begin. */
export interface MessageWords {
  /** As they are written, normalized. */
  readonly tokens: readonly string[];
  /** What each can be; two for words that are written together. */
  readonly lexemes: readonly ReadonlySet<Lexeme>[];
  /** True at the first word of each clause. */
  readonly begins: readonly boolean[];
  /** For each of `lexemes`, the number of the token it is written in. */
  readonly writtenIn: readonly number[];
}

/** Splits a message into words and reads each. */
export function readWords(text: string, readWord: WordReader): MessageWords {
  const tokens: string[] = [];
  const lexemes: ReadonlySet<Lexeme>[] = [];
  const begins: boolean[] = [];
  const writtenIn: number[] = [];
  for (const clause of text.split(CLAUSE_END)) {
    let isFirst = true;
    for (const token of tokenize(normalize(clause))) {
      tokens.push(token);
      for (const word of readWord(token)) {
        lexemes.push(word);
        begins.push(isFirst);
        writtenIn.push(tokens.length - 1);
        isFirst = false;
      }
    }
  }
  return { tokens, lexemes, begins, writtenIn };
}
