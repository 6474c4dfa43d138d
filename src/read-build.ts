import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Which program this is. */
export interface Build {
  readonly version: string;
  /** The commit it was built from, in short; `unknown` where it was built without git. */
  readonly commit: string;
}

/** Seen from src, from dist and from dist/cli. */
const PLACES = ['../dist/build.json', '../build.json'];

/** What the build wrote down. */
export function readBuild(): Build {
  for (const place of PLACES) {
    try {
      return JSON.parse(readFileSync(join(__dirname, place), 'utf8')) as Build;
    } catch {
      // The next place.
    }
  }
  return { version: 'unknown', commit: 'unknown' };
}
