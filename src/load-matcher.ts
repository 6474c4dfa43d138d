import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { type MatcherContent, type TrainedMatcher, createMatcher } from './matching/create-matcher';

/** Set by build.mjs: a hash of the sources that training depends on. Not there when the sources run as they are. */
declare const MATCHING_SOURCES: string | undefined;

type Trained = TrainedMatcher['trained'];

/** Where the content came from and where training results may be kept. */
export interface MatcherPlaces {
  readonly knowledgeDirectory: string;
  /** A folder of ours; undefined, or one that cannot be written, keeps nothing. */
  readonly keptFolder: string | undefined;
}

/** Results kept for other contents before the oldest goes: each is about 18 MB. */
const MOST_KEPT = 3;

/**
 * Makes the matcher, training it only when content or program have changed since it was last made: training takes
 * seconds, reading what it made a tenth of one. What is kept derives from the clinic's content alone.
 */
export function loadMatcher(content: MatcherContent, places: MatcherPlaces): TrainedMatcher {
  const file = keptFile(places);
  const kept = file === undefined ? undefined : readKept(file);
  if (kept !== undefined) return createMatcher(content, { kept });
  const matcher = createMatcher(content);
  if (file !== undefined) keep(file, matcher.trained, places.keptFolder ?? '');
  return matcher;
}

function keptFile({ knowledgeDirectory, keptFolder }: MatcherPlaces): string | undefined {
  if (keptFolder === undefined || typeof MATCHING_SOURCES === 'undefined') return undefined;
  const hash = createHash('sha256').update(MATCHING_SOURCES);
  for (const name of readdirSync(knowledgeDirectory, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.yaml'))
      hash
        .update(name)
        .update('\0')
        .update(readFileSync(join(knowledgeDirectory, name)));
  }
  return join(keptFolder, `matcher-${hash.digest('hex').slice(0, 24)}.bin`);
}

function readKept(file: string): Trained | undefined {
  try {
    return deserialize(readFileSync(file)) as Trained;
  } catch {
    return undefined;
  }
}

function keep(file: string, trained: Trained, folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    // Whole or not at all: another process may be reading.
    const part = `${file}.${randomBytes(4).toString('hex')}.part`;
    writeFileSync(part, serialize(trained));
    renameSync(part, file);
    const files = readdirSync(folder).map((name) => join(folder, name));
    const byAge = files.sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
    for (const old of byAge.slice(MOST_KEPT)) rmSync(old, { force: true });
  } catch {
    // A folder that cannot be written costs seconds at the next start, nothing else.
  }
}
