import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Example } from '../../src/matching/intent-classifier';

/** The columns a labelled file must have. */
const COLUMNS = ['label', 'text'] as const;

/**
 * Reads a CSV file with the columns `label` and `text` (RFC 4180, UTF-8, header line; further columns are left out).
 *
 * @throws Error naming the file, the line and what is wrong with it: a stray quote would otherwise swallow the rows after it.
 */
export function loadLabelledCsv(file: string): Example[] {
  const rows = readRows(file);
  const [header] = rows;
  for (const column of COLUMNS) {
    if (header?.includes(column) !== true) throw new Error(`${file}: line 1 must name the columns label and text`);
  }
  const [label, text] = COLUMNS.map((column) => header?.indexOf(column) ?? -1);
  return rows.slice(1).map((row) => ({ label: row[label ?? -1] ?? '', text: row[text ?? -1] ?? '' }));
}

function readRows(file: string): string[][] {
  try {
    return parse(readFileSync(file), { bom: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
