import Fuse from 'fuse.js';
import { consonants, readArabizi } from '../text/arabizi';
import { normalize } from '../text/normalize';
import { isLatin, tokenize } from '../text/tokenize';
import { editDistance } from './edit-distance';

/** Phrases that mean one thing. */
export interface Phrases<Meaning> {
  readonly means: Meaning;
  readonly phrases: readonly string[];
  /** False: only as written. For meanings that must never be guessed. Default: typing errors are forgiven. */
  readonly forgiving?: boolean;
}

/** Reads whole short messages that mean something fixed. */
export interface PhraseBook<Meaning> {
  /** What the words as a whole mean, as written in the book. */
  readExactly(words: readonly string[]): Meaning | undefined;
  /** What the words as a whole mean, typing errors and Latin spellings forgiven. */
  read(words: readonly string[]): Meaning | undefined;
}

/** What the book knows of words that are not in it. */
export interface PhraseBookDependencies {
  /** Whether the knowledge base uses a word. A known word is never a typing error of another one. */
  readonly isKnown: (word: string) => boolean;
  /** The Arabic word a word in Latin letters stands for. */
  readonly arabic: (latinWord: string) => string | undefined;
}

/**
 * Reads phrases by exact look-up first. What is left is a typing error or a Latin spelling: Fuse.js proposes phrases, and
 * each word must then be within reach of the phrase's word.
 *
 */
export function createPhraseBook<Meaning>(
  book: readonly Phrases<Meaning>[],
  { isKnown, arabic }: PhraseBookDependencies,
): PhraseBook<Meaning> {
  const exact = new Map<string, Meaning>();
  const forgiving: Entry<Meaning>[] = [];
  for (const { means, phrases, forgiving: forgives = true } of book) {
    for (const phrase of phrases) {
      const words = tokenize(normalize(phrase));
      const text = words.join(' ');
      if (text === '' || exact.has(text)) continue;
      exact.set(text, means);
      if (forgives) forgiving.push({ text, words, means });
    }
  }
  const readExactly = (words: readonly string[]): Meaning | undefined => exact.get(words.join(' '));
  const readSpelling = createSpellingReader(forgiving, arabic);
  const readTypo = createTypoReader(forgiving, isKnown);
  return {
    readExactly,
    read: (words) => readExactly(words) ?? readSpelling(words) ?? readTypo(words),
  };
}

interface Entry<Meaning> {
  readonly text: string;
  readonly words: readonly string[];
  readonly means: Meaning;
}
type Read<Meaning> = (words: readonly string[]) => Meaning | undefined;

/** Fewer letters say too little: skeletons and runs of letters of different phrases would meet. */
const SHORTEST_SKELETON = 4;
const SHORTEST_RUN = 6;

/** The same letters with other word breaks, or the same phrase in Latin letters ("shokran ktir"). */
function createSpellingReader<Meaning>(
  entries: readonly Entry<Meaning>[],
  arabic: (latinWord: string) => string | undefined,
): Read<Meaning> {
  const byRun = new Map(entries.map(({ words, means }) => [words.join(''), means]));
  const inArabic = entries.filter(({ words }) => !words.some(isLatin));
  const bySkeleton = new Map(inArabic.map(({ words, means }) => [skeletonOf(words), means]));
  const readRun = (run: string): Meaning | undefined => (run.length >= SHORTEST_RUN ? byRun.get(run) : undefined);
  return (words) => {
    if (!words.some(isLatin)) return readRun(words.join(''));
    const translated = words.map((word) => (isLatin(word) ? (arabic(word) ?? word) : word));
    const skeleton = skeletonOf(words);
    return (
      byRun.get(translated.join('').replaceAll(' ', '')) ??
      (skeleton.length >= SHORTEST_SKELETON ? bySkeleton.get(skeleton) : undefined)
    );
  };
}

function skeletonOf(words: readonly string[]): string {
  return words.map((word) => consonants(isLatin(word) ? readArabizi(word) : word)).join('');
}

/**
 * Fuse.js settings. It only proposes: `isWithinReach` decides.
 * - `threshold` 0.4: two errors in five letters still appear. Down: typos in short words are lost. Up: only slower.
 * - `distance` 20: phrases are whole messages, so a match far from the beginning is another phrase.
 */
const FUSE = { keys: ['text'], threshold: 0.4, distance: 20 };
const MOST_PROPOSALS = 10;
/** Letters; Fuse.js cuts longer patterns to pieces, and longer messages are not short phrases. */
const LONGEST_PHRASE = 32;

function createTypoReader<Meaning>(entries: readonly Entry<Meaning>[], isKnown: (word: string) => boolean): Read<Meaning> {
  let fuse: Fuse<Entry<Meaning>> | undefined;
  return (words) => {
    const text = words.join(' ');
    if (text.length > LONGEST_PHRASE || words.every(isKnown)) return undefined;
    // Most conversations have no typing error in a command: the index is made when the first one comes.
    fuse ??= new Fuse(entries, FUSE);
    const proposals = fuse.search(text, { limit: MOST_PROPOSALS });
    return proposals.find(({ item }) => isWithinReach(words, item.words, isKnown))?.item.means;
  };
}

function isWithinReach(typed: readonly string[], meant: readonly string[], isKnown: (word: string) => boolean): boolean {
  if (typed.length !== meant.length) return false;
  return typed.every((word, at) => {
    const target = meant[at] ?? '';
    if (word === target) return true;
    const most = mostErrors(target);
    return !isKnown(word) && word[0] === target[0] && editDistance(word, target, most) <= most;
  });
}

/** Letters that may be wrong: none in a word of three, where one letter makes another word. */
function mostErrors(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}
