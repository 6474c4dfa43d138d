import { z } from 'zod';
import type { Change } from '../../knowledge/compare-content';
import { describeFault } from '../../knowledge/describe-fault';
import type { Fault } from '../../knowledge/fault';
import { loadYamlFile } from '../../knowledge/reading/load-yaml-file';
import { createTranslate } from '../../knowledge/translate';

/** Figures of a check. */
interface CheckFigures {
  readonly topics: number;
  readonly categories: number;
  readonly phrasings: number;
  readonly faults: number;
  readonly warnings: number;
}

/** How a check speaks. */
export interface CheckWords {
  readonly fault: (fault: Fault) => string;
  readonly change: (change: Change) => string;
  readonly more: (count: number) => string;
  readonly summary: (figures: CheckFigures) => string;
  /** Where the content cannot be read. @param faults how many there are */
  readonly unreadable: (faults: number) => string;
  readonly faults: string;
  readonly warnings: string;
  readonly changes: string;
}

const FILE = 'staff/check.yaml';
const text = z.string();
const schema = z.strictObject({
  frame: z.strictObject({
    fault: text,
    faults: text,
    warnings: text,
    changes: text,
    changed: text,
    added: text,
    removed: text,
    more: text,
    summary: text,
    unreadable: text,
  }),
  sentences: z.array(z.strictObject({ en: text, ar: text })),
});

/** Longest part of a value that is shown of a change. */
const SHOWN = 80;

export const ENGLISH: CheckWords = {
  fault: describeFault,
  change: ({ file, path, before, after }) =>
    before === undefined
      ? `${file}, ${path}: "${cut(after)}" was added`
      : after === undefined
        ? `${file}, ${path}: "${cut(before)}" was removed`
        : `${file}, ${path}: it was "${cut(before, after)}" and is "${cut(after, before)}"`,
  more: (count) => `and ${count} more`,
  summary: ({ topics, categories, phrasings, faults, warnings }) =>
    `${topics} topics in ${categories} categories, ${phrasings} phrasings: ${faults} to mend, ${warnings} to look at.`,
  unreadable: (faults) => `${faults} to mend.`,
  faults: 'FAULTS: these must be mended.',
  warnings: 'WARNINGS: these should be looked at.',
  changes: 'CHANGED since the last check without faults: make sure that it is meant.',
};

/**
 * The words of a content folder, or of the content the program came with where that has none.
 *
 * @param folders to look in, the first that has them counts
 */
export function loadCheckWords(...folders: readonly string[]): CheckWords {
  const loaded = folders
    .map((folder) => schema.safeParse(loadYamlFile(folder, FILE, schema).value).data)
    .find((value) => value !== undefined);
  if (loaded === undefined) return ENGLISH;
  const { frame, sentences } = loaded;
  const translate = createTranslate(sentences);
  return {
    ...frame,
    fault: ({ file, line, path, found, expected, tip }) =>
      fill(frame.fault, {
        file,
        line,
        path: path === '' ? '' : `: ${path}`,
        found: translate(found),
        expected: translate(expected),
        tip: translate(tip),
      }),
    change: ({ file, path, before, after }) =>
      fill(before === undefined ? frame.added : after === undefined ? frame.removed : frame.changed, {
        file,
        path,
        before: cut(before, after),
        after: cut(after, before),
      }),
    more: (count) => fill(frame.more, { count }),
    summary: (figures) => fill(frame.summary, { ...figures }),
    unreadable: (faults) => fill(frame.unreadable, { faults }),
  };
}

function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_all, name: string) => String(values[name] ?? ''));
}

/** The part of a long text in which it differs from another. */
function cut(value = '', other = ''): string {
  const line = value.replace(/\s+/g, ' ').trim();
  const like = other.replace(/\s+/g, ' ').trim();
  if (line.length <= SHOWN) return line;
  const differs = Array.from(line).findIndex((sign, at) => sign !== like[at]);
  const from = Math.max(0, (differs === -1 ? line.length : differs) - SHOWN / 2);
  return `${from > 0 ? '…' : ''}${line.slice(from, from + SHOWN)}${from + SHOWN < line.length ? '…' : ''}`;
}
