import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Example } from '../../src/matching/intent-classifier';

/** A labelled file that cannot be used; the message names the file and the line. */
export class LabelledFileError extends Error {}

/** The columns a labelled file must have. */
const COLUMNS = ['label', 'text'] as const;
const parsed = z.array(z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) }));
type Row = z.infer<typeof parsed>[number];

/**
 * Reads a CSV file with the columns `label` and `text` (RFC 4180, UTF-8, header line; further columns are left out).
 *
 * @throws {LabelledFileError} where a row is not one: a stray quote would otherwise swallow the rows after it.
 */
export function loadLabelledCsv(file: string): Example[] {
  const [header, ...rows] = readRows(file);
  const [label = -1, text = -1] = COLUMNS.map((column) => header?.record.indexOf(column) ?? -1);
  if (label < 0 || text < 0) throw new LabelledFileError(`${file}:1: the header must name the columns label and text`);
  return rows.map(({ record, info }) => {
    const example = { label: record[label] ?? '', text: record[text] ?? '' };
    for (const column of COLUMNS) {
      const fault = faultOf(example[column]);
      if (fault !== undefined) throw new LabelledFileError(`${file}:${info.lines}: the ${column} ${fault}`);
    }
    return example;
  });
}

function faultOf(value: string): string | undefined {
  if (value === '') return 'is empty';
  return value.includes('\n') ? 'goes over several lines: a quote is missing or too many' : undefined;
}

function readRows(file: string): Row[] {
  try {
    return parsed.parse(parse(readFileSync(file), { bom: true, trim: true, skip_empty_lines: true, info: true }));
  } catch (error) {
    throw new LabelledFileError(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
