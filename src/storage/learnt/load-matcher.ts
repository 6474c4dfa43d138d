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
 * @param beat called at every step of the training; what it throws ends it
 */
export function loadMatcher(content: MatcherContent, kept: KeptLearning, beat?: () => void): TrainedMatcher {
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

function writeWords(key: Buffer, matcher: TrainedMatcher): Buffer {
  const { lexicon, read } = matcher.prepared();
  return Buffer.concat([key, serialize({ lexicon, read } satisfies MatcherWords)]);
}

/** Undefined where the bytes are of another key, or not whole. */
function readWords(key: Buffer, kept: Buffer): MatcherWords | undefined {
  if (!kept.subarray(0, key.length).equals(key)) return undefined;
  try {
    // A copy: what is made of it may be a view on all of the file, and keep it.
    const words = deserialize(kept.subarray(key.length)) as MatcherWords;
    const { read } = words;
    const byPlace = new Map(
      [...read.speller.byPlace].map(([place, near]) => [place, { ...near, letters: near.letters.slice() }]),
    );
    return { ...words, read: { ...read, speller: { ...read.speller, byPlace } } };
  } catch {
    return undefined;
  }
}
