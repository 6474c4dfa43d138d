import { ALEF, ARABIC_COMMA, ARABIC_SEMICOLON, YEH } from '../../text/letters';
import { normalize } from '../../text/normalize';
import { readWords } from '../../text/spoken-words';
import type { SpokenWord } from '../../text/spoken-words';
import { tokenize } from '../../text/tokenize';

/** "O", before whoever is spoken to. */
const VOCATIVE = normalize(YEH + ALEF);
const ARABIC = /\p{Script=Arabic}/u;
const MARK_AFTER = new RegExp(`^\\s*[:,${ARABIC_COMMA}${ARABIC_SEMICOLON}-]`, 'u');
const MARK_BEFORE = /@\s*$/;

/** A text without the assistant's own names: people write them where a mention would stand, and they mean nobody else. */
export type AddressStripper = (text: string, called: string | undefined) => string;

/**
 * Creates the stripper. `names`: what the assistant is called in the content; `called` is what a channel calls it. A name
 * of several words is taken out wherever it stands; one Arabic word alone, which may be a word of the question, only at
 * an end and set apart ("@x", "x:").
 */
export function createAddressStripper(names: readonly string[]): AddressStripper {
  const known = names.map(wordsOf);
  return (text, called) => {
    const all = called === undefined || called === '' ? known : [...known, wordsOf(called)];
    // A longer name may hold a shorter one.
    const longestFirst = all.filter((name) => name.length > 0).sort((one, other) => other.length - one.length);
    return longestFirst.reduce(stripName, text);
  };
}

const wordsOf = (name: string): readonly string[] => tokenize(normalize(name));

function stripName(text: string, name: readonly string[]): string {
  const words = readWords(text);
  const at = words.findIndex((_word, start) => name.every((part, offset) => words[start + offset]?.word === part));
  const first = words[at];
  const last = words[at + name.length - 1];
  if (first === undefined || last === undefined) return text;
  const isCalled = words[at - 1]?.word === VOCATIVE;
  const before = text.slice(0, (isCalled ? (words[at - 1] as SpokenWord) : first).start);
  const after = text.slice(last.end);
  if (name.length === 1 && !isCalled && !isSetApart(before, after, first, words)) return text;
  return `${before.replace(MARK_BEFORE, '')} ${after.replace(MARK_AFTER, '')}`.replace(/[^\S\n]+/g, ' ').trim();
}

function isSetApart(before: string, after: string, name: SpokenWord, words: readonly SpokenWord[]): boolean {
  if (name !== words[0] && name !== words.at(-1)) return false;
  return !ARABIC.test(name.word) || MARK_BEFORE.test(before) || (name === words[0] && MARK_AFTER.test(after));
}
