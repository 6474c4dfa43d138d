import { createMatcher, trainingContent, type MatcherContent, type TrainedMatcher } from '../matching/create-matcher';
import { keyOf, readTrained, writeTrained } from '../matching/kept-model';
import { readKeptFile, writeKeptFile } from './kept-file';

/**
 * The matcher of a knowledge base, with its trained model kept in a file: training takes one to three seconds, reading
 * it back 30 ms. A file of other content, damaged or missing, is trained and written anew; one that cannot be written
 * costs the time again at the next start, and nothing else.
 */
export function loadMatcher(content: MatcherContent, file: string): TrainedMatcher {
  const key = keyOf(trainingContent(content));
  const kept = readKeptFile(file);
  const trained = kept === undefined ? undefined : readTrained(key, kept);
  if (trained !== undefined) return createMatcher(content, { kept: trained });
  const matcher = createMatcher(content);
  writeKeptFile(file, writeTrained(key, matcher.trained));
  return matcher;
}
