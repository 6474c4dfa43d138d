import { normalize } from '../../text/normalize';
import { tokenize } from '../../text/tokenize';
import { readWords, sliceOf } from '../../text/spoken-words';
import type { SpokenWord } from '../../text/spoken-words';

/** A message without the courtesies around it. */
export interface Peeled {
  /** What is left, as it was written; empty when the message was nothing but courtesy. */
  readonly text: string;
  /** The words of what is left, normalized. */
  readonly words: readonly string[];
  /** The kinds of social talk that were taken off, in the order said. */
  readonly socials: readonly string[];
}

/** Takes greetings, thanks and "please" off both ends of a message. */
export type CourtesyPeeler = (text: string) => Peeled;

/** Phrases by what they are: a kind of social talk, or undefined for a mere "please". */
export type Courtesies = readonly { readonly social: string | undefined; readonly phrases: readonly string[] }[];

/** Creates the peeler. `before` may open a message, `after` may close it. */
export function createCourtesyPeeler(before: Courtesies, after: Courtesies): CourtesyPeeler {
  const openers = createIndex(before);
  const closers = createIndex(after);
  return (text) => {
    let words = readWords(text);
    const opening: string[] = [];
    const closing: string[] = [];
    for (let found = openers.atStart(words); found; found = openers.atStart(words)) {
      if (found.social !== undefined) opening.push(found.social);
      words = words.slice(found.length);
    }
    const opened = words;
    for (let found = closers.atEnd(words); found; found = closers.atEnd(words)) {
      if (found.social !== undefined) closing.unshift(found.social);
      words = words.slice(0, words.length - found.length);
    }
    return {
      text: sliceOf(text, words, opened[words.length]),
      words: words.map(({ word }) => word),
      socials: [...opening, ...closing],
    };
  };
}

interface Found {
  readonly social: string | undefined;
  readonly length: number;
}

interface Index {
  atStart(words: readonly SpokenWord[]): Found | undefined;
  atEnd(words: readonly SpokenWord[]): Found | undefined;
}

function createIndex(courtesies: Courtesies): Index {
  const socials = new Map<string, string | undefined>();
  /** By a word that begins phrases, and by one that ends them, the longest of these: most words do neither. */
  const longestFrom = new Map<string, number>();
  const longestTo = new Map<string, number>();
  for (const { social, phrases } of courtesies) {
    for (const phrase of phrases) {
      const words = tokenize(normalize(phrase));
      if (words.length === 0 || socials.has(words.join(' '))) continue;
      socials.set(words.join(' '), social);
      for (const [longest, edge] of [
        [longestFrom, words[0]],
        [longestTo, words.at(-1)],
      ] as const)
        longest.set(edge ?? '', Math.max(words.length, longest.get(edge ?? '') ?? 0));
    }
  }
  const find = (
    take: (length: number) => readonly SpokenWord[],
    longest: number | undefined,
    available: number,
  ): Found | undefined => {
    for (let length = Math.min(longest ?? 0, available); length > 0; length -= 1) {
      const phrase = take(length)
        .map(({ word }) => word)
        .join(' ');
      if (socials.has(phrase)) return { social: socials.get(phrase), length };
    }
    return undefined;
  };
  return {
    atStart: (words) => find((length) => words.slice(0, length), longestFrom.get(words[0]?.word ?? ''), words.length),
    atEnd: (words) => find((length) => words.slice(-length), longestTo.get(words.at(-1)?.word ?? ''), words.length),
  };
}
