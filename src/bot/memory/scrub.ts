import { normalize } from '../../text/normalize';

const INVISIBLE = /[\p{Cf}\p{Cc}]/gu;
const DIGITS = /\p{N}+/gu;
/** E-mail addresses and handles of social networks name a person; addresses of pages lead to one. */
const ADDRESS = /@|:\/\/|^www\.|[a-z0-9]\.[a-z]{2,}(?:[/:?]|$)/i;
const WORD = /[\p{L}\p{M}]+/gu;
const SHORTEST_NAME = 2;
/** A first name and a family name. */
const WORDS_OF_A_NAME = 2;

/** What is known of the sender, to be taken out of what is kept. */
export interface Scrubbing {
  /** Names of the sender, as the channel gives them; each word of them goes. */
  readonly names: readonly string[];
  /** Phrases after which people say their own name ("my name is"). The two words after them go. */
  readonly introductions: readonly string[];
}

/**
 * A text without what could tell who wrote it: e-mail addresses, links, handles, every digit, the sender's own names and
 * the words after "my name is". What remains is a question in nobody's name.
 *
 * Pure, never throws, in time linear in the text.
 */
export function scrub(text: string, { names, introductions }: Scrubbing): string {
  const words = wordsOf(text.replace(INVISIBLE, ' ').normalize('NFKC').replace(INVISIBLE, ' '));
  const unaddressed = words.filter((word) => !ADDRESS.test(word)).join(' ');
  const unnamed = withoutNames(unaddressed.replace(DIGITS, ' '), names);
  return withoutIntroductions(wordsOf(unnamed), introductions).join(' ');
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function withoutNames(text: string, names: readonly string[]): string {
  const parts = new Set(names.flatMap((name) => normalize(name).split(' ')));
  const named = (word: string): boolean => word.length >= SHORTEST_NAME && parts.has(word);
  return text.replace(WORD, (word) => (named(normalize(word)) ? ' ' : word));
}

function withoutIntroductions(words: readonly string[], introductions: readonly string[]): string[] {
  const folded = words.map((word) => normalize(word));
  const phrases = introductions.map((phrase) => normalize(phrase).split(' '));
  const kept: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const phrase = phrases.find((candidate) => candidate.every((word, offset) => folded[at + offset] === word));
    if (phrase === undefined) kept.push(words[at] ?? '');
    else at += phrase.length + WORDS_OF_A_NAME - 1;
  }
  return kept;
}
