import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A digest of all content files of a folder, names and bytes: takes 15 ms for the 4 MB shipped. */
export function contentDigest(directory: string): string {
  const hash = createHash('sha256');
  for (const name of contentFiles(directory)) hash.update(`${name}\n`).update(readFileSync(join(directory, name)));
  return hash.digest('hex');
}

/** The files content is read from, relative to their folder, in alphabetical order. */
export function contentFiles(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.yaml'))
    .sort();
}
