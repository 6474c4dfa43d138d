import { WAW } from '../text/letters';
import { normalize } from '../text/normalize';

/** Where one message may become two questions: the texts before and after. */
export interface Split {
  readonly first: string;
  readonly second: string;
}

/** More places than this are not tried, so that a long message stays quick. */
const MOST_SPLITS = 10;
const SENTENCE_END = /[?!.;,+/|\u060C\u061B\u061F\n]$/;

/**
 * The places where a message may hold a second question: after punctuation, before a word that begins with "and", and
 * before a question word. Whether both parts stand on their own is for the caller to judge.
 *
 * @param isAsker tells whether a normalized word asks something ("how much", "when", "where"), from the vocabulary
 */
export function splitQuestion(text: string, isAsker: (word: string) => boolean): Split[] {
  const words = text
    .replace(/([?!.;,+/|\u060C\u061B\u061F\n])/g, '$1 ')
    .trim()
    .split(/\s+/u);
  const splits: Split[] = [];
  for (let at = 1; at < words.length && splits.length < MOST_SPLITS; at += 1) {
    const word = normalize(words[at] ?? '');
    const joined = word.startsWith(WAW) || isAsker(word) || SENTENCE_END.test(words[at - 1] ?? '');
    if (joined) splits.push({ first: words.slice(0, at).join(' '), second: words.slice(at).join(' ') });
  }
  return splits;
}
