import { keyOf, readTrained, writeTrained } from '../../learning/kept-model';
import {
  createMatcher,
  trainingContent,
  type MatcherContent,
  type TrainedMatcher,
} from '../../matching/create-matcher';
import { MATCHER_SETTINGS } from '../../matching/settings';
import type { KeptLearning } from '../../learning/kept-learning';

/** The file in which what it learnt is kept. */
export const MATCHER_FILE = 'matcher.bin';
/** Changes when the meaning of kept numbers changes: new features, another way of reading. */
const VERSION = 6;

/**
 * The matcher of a knowledge base, with its trained model kept: training takes some ten seconds, reading it back
 * 30 ms. A model of other content, damaged or missing, is trained and kept anew.
 */
export function loadMatcher(content: MatcherContent, kept: KeptLearning): TrainedMatcher {
  const key = matcherKey(content);
  const trained = kept.find(MATCHER_FILE, (bytes) => readTrained(key, bytes));
  if (trained !== undefined) return createMatcher(content, { kept: trained });
  const matcher = createMatcher(content);
  kept.keep(MATCHER_FILE, writeTrained(key, matcher.trained));
  return matcher;
}

/** Names what a matcher learns from a content: the same key, the same model. */
export const matcherKey = (content: MatcherContent): Buffer =>
  keyOf(VERSION, MATCHER_SETTINGS, trainingContent(content));

/** Keeps what a matcher of this content has learnt for the next start; gives it as bytes. */
export function keepMatcher(content: MatcherContent, { trained }: TrainedMatcher, kept: KeptLearning): Buffer {
  const bytes = writeTrained(matcherKey(content), trained);
  kept.keep(MATCHER_FILE, bytes);
  return bytes;
}
