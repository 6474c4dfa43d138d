import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './project-folder';

/** Which program this is. */
export interface Build {
  readonly version: string;
  /** The commit it was built from, in short; `unknown` where it was built without git. */
  readonly commit: string;
  /** Names the code that reads content and learns from it; absent where nothing was built. */
  readonly program?: string;
}

/** What the build wrote down. */
export function readBuild(): Build {
  try {
    return JSON.parse(readFileSync(join(PROJECT, 'dist/build.json'), 'utf8')) as Build;
  } catch {
    return { version: 'unknown', commit: 'unknown' };
  }
}
