import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './fault';
import { FAQ_FOLDER, STORIES_FOLDER } from './knowledge-files';
import { suggest } from './reading/nearest';

/** Files to read, and what lies about beside them that nobody reads. */
export interface FoundFiles {
  readonly files: readonly string[];
  readonly faults: readonly Finding[];
}

/** The FAQ files of a knowledge directory in alphabetical order, and what lies about in it that nobody reads. */
export function findFaqFiles(directory: string, otherFiles: readonly string[]): FoundFiles {
  const top = list(directory);
  const faq = list(join(directory, FAQ_FOLDER));
  if (top === undefined || faq === undefined) {
    return { files: [], faults: [missingFolder(`${FAQ_FOLDER}/`), ...strays(top ?? [], otherFiles)] };
  }
  const { files, faults } = sortFiles(FAQ_FOLDER, faq);
  const none = files.length === 0 ? [missingFolder(`${FAQ_FOLDER}/`)] : [];
  return { files, faults: [...none, ...strays(top, otherFiles), ...faults] };
}

/** The files of whole messages, in alphabetical order; none where the folder is missing. */
export function findStoryFiles(directory: string): FoundFiles {
  return sortFiles(STORIES_FOLDER, list(join(directory, STORIES_FOLDER)) ?? []);
}

function sortFiles(folder: string, names: readonly string[]): FoundFiles {
  const inFolder = (name: string): string => `${folder}/${name}`;
  const misnamed = names.filter((name) => /\.(yml|yaml\.txt|YAML|YML)$/.test(name)).map(inFolder);
  return { files: names.filter(isYaml).map(inFolder), faults: misnamed.map(wrongEnding) };
}

/** Names of files, without the hidden ones editors leave. */
function list(folder: string): string[] | undefined {
  try {
    const entries: Dirent[] = readdirSync(folder, { withFileTypes: true });
    return entries
      .map((entry) => entry.name)
      .filter((name) => !/^[.~#]/.test(name))
      .sort();
  } catch {
    return undefined;
  }
}

function isYaml(name: string): boolean {
  return name.endsWith('.yaml');
}

function strays(names: readonly string[], known: readonly string[]): Finding[] {
  return names
    .filter((name) => /\.ya?ml(\.txt)?$/i.test(name) && !known.includes(name))
    .map((file) => ({
      file,
      path: [],
      line: 1,
      found: 'a file nobody reads',
      expected: `one of ${known.join(', ')}, or a file in ${FAQ_FOLDER}/ or ${STORIES_FOLDER}/`,
      tip: suggest(file, known, 'files that are read'),
    }));
}

function wrongEnding(file: string): Finding {
  return {
    file,
    path: [],
    line: 1,
    found: 'a file nobody reads',
    expected: 'a name that ends in .yaml',
    tip: 'rename it',
  };
}

/** What is wrong when the content, or its FAQ folder, is not where it should be. */
export function missingFolder(file: string): Finding {
  return {
    file,
    path: [],
    line: 1,
    found: 'no folder with content',
    expected: 'the knowledge folder, with its FAQ files in faq/',
    tip: 'check the path in the configuration; the program comes with a folder named knowledge',
  };
}
