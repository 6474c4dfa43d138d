import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createMatcher, trainingContent, type MatcherContent, type TrainedMatcher } from '../matching/create-matcher';
import { keyOf, readTrained, writeTrained } from '../matching/kept-model';

/**
 * The matcher of a knowledge base, with its trained model kept in a file: training takes one to three seconds, reading
 * it back 30 ms. A file of other content, damaged or missing, is trained and written anew; one that cannot be written
 * costs the time again at the next start, and nothing else.
 */
export function loadMatcher(content: MatcherContent, file: string): TrainedMatcher {
  const key = keyOf(trainingContent(content));
  const kept = readFileIfAny(file);
  const trained = kept === undefined ? undefined : readTrained(key, kept);
  if (trained !== undefined) return createMatcher(content, { kept: trained });
  const matcher = createMatcher(content);
  replaceFile(file, writeTrained(key, matcher.trained));
  return matcher;
}

function readFileIfAny(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function replaceFile(file: string, bytes: Buffer): void {
  const half = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(half, bytes);
    renameSync(half, file);
  } catch {
    // A read-only or full disk: the model in memory serves all the same.
  }
}
