import { normalize } from '../../text/normalize';

const INVISIBLE = /[\p{Cf}\p{Cc}]/gu;
const DIGITS = /\p{N}+/gu;
/** E-mail addresses and handles of social networks name a person; addresses of pages lead to one. */
const ADDRESS = /@|:\/\/|^www\.|[a-z0-9]\.[a-z]{2,}(?:[/:?]|$)/i;
const WORD = /[\p{L}\p{M}]+/gu;
const SHORTEST_NAME = 2;

/**
 * A text without what could tell who wrote it by its form: e-mail addresses, links, handles, every digit, and the names of
 * the sender, as the channel gives them, each word of them.
 *
 * Pure, never throws, in time linear in the text.
 */
export function scrub(text: string, names: readonly string[]): string {
  const words = wordsOf(text.replace(INVISIBLE, ' ').normalize('NFKC').replace(INVISIBLE, ' '));
  const unaddressed = words.filter((word) => !ADDRESS.test(word)).join(' ');
  return wordsOf(withoutNames(unaddressed.replace(DIGITS, ' '), names)).join(' ');
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function withoutNames(text: string, names: readonly string[]): string {
  const parts = new Set(names.flatMap((name) => normalize(name).split(' ')));
  const named = (word: string): boolean => word.length >= SHORTEST_NAME && parts.has(word);
  return text.replace(WORD, (word) => (named(normalize(word)) ? ' ' : word));
}
