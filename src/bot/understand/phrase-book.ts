import Fuse from 'fuse.js';
import { consonants, readArabizi } from '../../text/arabizi';
import { normalize } from '../../text/normalize';
import { isLatin, tokenize } from '../../text/tokenize';
import { editDistance } from '../memory/edit-distance';

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
  const indexSkeletons = (): ReadonlyMap<string, Meaning> => {
    const inArabic = entries.filter(({ words }) => !words.some(isLatin));
    return new Map(inArabic.map(({ words, means }) => [skeletonOf(words), means]));
  };
  // Few conversations are in Latin letters: a start must not wait for the index.
  let bySkeleton: ReadonlyMap<string, Meaning> | undefined;
  const readRun = (run: string): Meaning | undefined => (run.length >= SHORTEST_RUN ? byRun.get(run) : undefined);
  return (words) => {
    if (!words.some(isLatin)) return readRun(words.join(''));
    const translated = words.map((word) => (isLatin(word) ? (arabic(word) ?? word) : word));
    const skeleton = skeletonOf(words);
    return (
      byRun.get(translated.join('').replaceAll(' ', '')) ??
      (skeleton.length >= SHORTEST_SKELETON ? (bySkeleton ??= indexSkeletons()).get(skeleton) : undefined)
    );
  };
}

function skeletonOf(words: readonly string[]): string {
  return words.map((word) => consonants(isLatin(word) ? readArabizi(word) : word)).join('');
}

/**
 * Fuse.js settings. It looks one mistyped word up among the words of the book, what it is best at; `isWithinReach`
 * decides.
 * - `threshold` 0.34: one error in four letters still appears, two in eight. Up: only slower.
 * - `distance` 20: a word is matched from its beginning.
 */
const FUSE = { threshold: 0.34, distance: 20 };
const MOST_PROPOSALS = 5;
/** A message with more of them is not a phrase of the book with a slip in it. */
const MOST_TYPOS = 2;

function createTypoReader<Meaning>(
  entries: readonly Entry<Meaning>[],
  isKnown: (word: string) => boolean,
): Read<Meaning> {
  const byText = new Map(entries.map(({ text, means }) => [text, means]));
  const words = new Set(entries.flatMap((entry) => entry.words));
  const longest = Math.max(0, ...entries.map((entry) => entry.words.length));
  const longestWord = Math.max(0, ...Array.from(words, (word) => word.length));
  let fuse: Fuse<string> | undefined;
  const correct = (word: string): string[] => {
    // Fuse.js searches for a word of a thousand letters half a second long, for everybody; none is within reach of it.
    if (word.length > longestWord + MOST_ERRORS) return [];
    // Most conversations have no typing error in a command: the index is made when the first one comes.
    fuse ??= new Fuse([...words], FUSE);
    const proposals = fuse.search(word, { limit: MOST_PROPOSALS }).map(({ item }) => item);
    return proposals.filter((proposal) => isWithinReach(word, proposal));
  };
  return (typed) => {
    const strange = typed.filter((word) => !words.has(word));
    const readable = typed.length <= longest && strange.length > 0 && strange.length <= MOST_TYPOS;
    if (!readable || strange.some(isKnown)) return undefined;
    const readings = combine(typed.map((word) => (words.has(word) ? [word] : correct(word))));
    return readings.map((reading) => byText.get(reading)).find((means) => means !== undefined);
  };
}

/** Every sentence that takes one word from each place. */
function combine(places: readonly (readonly string[])[]): string[] {
  return places.reduce<string[]>(
    (sentences, words) => sentences.flatMap((sentence) => words.map((word) => `${sentence} ${word}`.trim())),
    [''],
  );
}

function isWithinReach(typed: string, meant: string): boolean {
  const most = mostErrors(meant);
  return typed[0] === meant[0] && editDistance(typed, meant, most) <= most;
}

const MOST_ERRORS = 2;

/** Letters that may be wrong: none in a word of three, where one letter makes another word. */
function mostErrors(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : MOST_ERRORS;
}
