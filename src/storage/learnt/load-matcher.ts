import { deserialize, serialize } from 'node:v8';
import { keyOf } from '../../learning/kept-model';
import { createMatcher, type TrainedMatcher } from '../../matching/create-matcher';
import { readMatcher, writeMatcher } from '../../matching/matcher-bytes';
import type { MatcherContent } from '../../matching/matcher-content';
import type { MatcherWords } from '../../matching/prepared-matcher';
import { MATCHER_SETTINGS } from '../../matching/settings';
import { trainingContent } from '../../matching/training-content';
import type { KeptLearning } from '../../learning/kept-learning';

/** The file in which what it learnt is kept. */
export const MATCHER_FILE = 'matcher.bin';
/** … and the one with the words it knows. */
const WORDS_FILE = 'matcher-words.bin';
/** Changes when the meaning of what is kept changes: new features, another way of reading words or of looking them up. */
const VERSION = 8;

/**
 * The matcher of a knowledge base, with its trained model and its words kept: training takes some ten seconds, reading
 * its words a third of one, reading both back 50 ms. What is of other content, damaged or missing, is made and kept anew.
 *
 * @param beat called at every step of the training with the share of it that is done, 0 to 1; what it throws ends it
 */
export function loadMatcher(
  content: MatcherContent,
  kept: KeptLearning,
  beat?: (share: number) => void,
): TrainedMatcher {
  const key = matcherKey(content);
  const trained = kept.find(MATCHER_FILE, (bytes) => readMatcher(key, bytes));
  const words = trained && kept.find(WORDS_FILE, (bytes) => readWords(key, bytes));
  const matcher = createMatcher(content, { beat, ...(trained && { kept: trained }), ...(words && { words }) });
  if (trained === undefined) kept.keep(MATCHER_FILE, writeMatcher(key, matcher.trained));
  if (words === undefined) kept.keep(WORDS_FILE, writeWords(key, matcher));
  return matcher;
}

/** Names what a matcher learns from a content: the same key, the same model. */
export const matcherKey = (content: MatcherContent): Buffer =>
  keyOf(VERSION, MATCHER_SETTINGS, trainingContent(content));

/** Keeps what a matcher of this content has learnt for the next start; gives it, without the words, as bytes. */
export function keepMatcher(content: MatcherContent, matcher: TrainedMatcher, kept: KeptLearning): Buffer {
  const key = matcherKey(content);
  const bytes = writeMatcher(key, matcher.trained);
  kept.keep(MATCHER_FILE, bytes);
  kept.keep(WORDS_FILE, writeWords(key, matcher));
  return bytes;
}

/** Changes when words are kept in another way; what was learnt from them stays. */
const WORDS_VERSION = 3;

const wordsKey = (key: Buffer): Buffer => keyOf(WORDS_VERSION, key.toString('hex'));

function writeWords(key: Buffer, matcher: TrainedMatcher): Buffer {
  const { lexicon, read } = matcher.prepared();
  return Buffer.concat([wordsKey(key), serialize({ lexicon, read } satisfies MatcherWords)]);
}

/** Undefined where the bytes are of another key, or not whole. */
function readWords(key: Buffer, kept: Buffer): MatcherWords | undefined {
  const own = wordsKey(key);
  if (!kept.subarray(0, own.length).equals(own)) return undefined;
  try {
    const { lexicon, read } = deserialize(kept.subarray(own.length)) as MatcherWords;
    const [sameWords, stems, speller] = [copyOf(read.sameWords), copyOf(read.stems), copyOf(read.speller)];
    return shareWords({ lexicon, read: { ...read, sameWords, stems, speller } });
  } catch {
    return undefined;
  }
}

/** Copies of arrays, and of what holds arrays: as they are read they are views on all of the file, and would keep it. */
function copyOf<Table extends object>(table: Table): Table {
  const copies = Object.entries(table).map(([name, value]) => [name, copyOne(value as object)]);
  return Object.fromEntries(copies) as Table;
}

const copyOne = (value: object): object => (ArrayBuffer.isView(value) ? (value as Uint32Array).slice() : copyOf(value));

/** The same with each word in memory once: what is read back has it as often as it stands there, 4 MB of copies. */
function shareWords({ lexicon, read }: MatcherWords): MatcherWords {
  const known = new Map(Array.from(read.known.keys(), (word) => [word, word] as const));
  const share = (word: string): string => known.get(word) ?? word;
  return {
    lexicon: {
      ...lexicon,
      words: new Set(Array.from(lexicon.words, share)),
      own: new Set(Array.from(lexicon.own, share)),
      longest: new Map(Array.from(lexicon.longest, ([word, length]) => [share(word), length])),
    },
    read: { ...read, listed: new Set(Array.from(read.listed, share)) },
  };
}
