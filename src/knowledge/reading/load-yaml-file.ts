import { join } from 'node:path';
import type { z } from 'zod';
import { findSlips } from '../by-hand/find-slips';
import type { Finding } from '../fault';
import { explainIssue } from './explain-issue';
import { type KeptFiles, NOTHING_KEPT } from './kept-files';
import { readContent } from './read-content';
import { readYaml } from './read-yaml';

/** A validated file, or what is wrong with it. With faults there may be no value. */
export interface LoadedFile {
  readonly value?: unknown;
  readonly faults: readonly Finding[];
}

/** Nobody reads on: a file with so many faults is another file, or one that was cut or mixed up. */
const MOST_FAULTS = 50;

/** Reads one YAML file of the knowledge directory and validates it. Never throws. */
export function loadYamlFile(
  directory: string,
  file: string,
  schema: z.ZodType,
  kept: KeptFiles = NOTHING_KEPT,
): LoadedFile {
  const content = readContent(join(directory, file));
  if (content.kind === 'unreadable') {
    const { line, found, expected, tip } = content;
    return { faults: [{ file, path: [], line, found, expected, tip }] };
  }
  const known = kept.valueOf(file, content.text);
  if (known !== undefined) return { value: known, faults: [] };
  const read = readYamlText(file, content.text, schema);
  if (read.value !== undefined && read.faults.length === 0) kept.add(file, content.text, read.value);
  return read;
}

/** The same for a text. @param file where it stands, or would stand */
export function readYamlText(file: string, text: string, schema: z.ZodType): LoadedFile {
  // What YAML makes of a slip is another text, or a fault elsewhere.
  const slips = findSlips(text);
  if (slips.length > 0) return { faults: limit(slips.map((slip) => ({ file, path: [], ...slip }))) };
  const yaml = readYaml(text);
  const syntax = yaml.faults.map((fault) => ({ file, path: [], ...fault }));
  if (!('value' in yaml)) return { faults: syntax };
  if (yaml.value === null || yaml.value === undefined) return { faults: [...syntax, emptyFile(file)] };
  const parsed = schema.safeParse(yaml.value);
  if (parsed.success) return { value: parsed.data, faults: syntax };
  const { issues } = parsed.error;
  const explained = issues.slice(0, MOST_FAULTS).flatMap((issue) => explainIssue(issue, schema, yaml.value));
  return { faults: [...syntax, ...limit(explained.map((issue) => ({ file, ...issue })))] };
}

function limit(faults: readonly Finding[]): readonly Finding[] {
  const last = faults[MOST_FAULTS - 1];
  if (last === undefined) return faults;
  const more = { ...last, expected: `${last.expected}; there are more faults after this one` };
  return [...faults.slice(0, MOST_FAULTS - 1), more];
}

function emptyFile(file: string): Finding {
  return {
    file,
    path: [],
    line: 1,
    found: 'an empty file',
    expected: 'content',
    tip: 'bring the file back, from a backup or from the version this program came with',
  };
}
