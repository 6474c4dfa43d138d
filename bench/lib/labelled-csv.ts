import { readFileSync } from 'node:fs';
import type { Example } from '../../src/matching/intent-classifier';

/** A field: quoted, with doubled quotes inside, or bare up to the next comma. */
const FIELD = /"((?:[^"]|"")*)"|([^",\n]*)/y;

/**
 * Reads a CSV file with the columns `label,text` (RFC 4180, UTF-8, header line).
 *
 * @throws Error naming the file and what is wrong with it.
 */
export function loadLabelledCsv(file: string): Example[] {
  const [header, ...rows] = readRows(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  const label = header?.indexOf('label') ?? -1;
  const text = header?.indexOf('text') ?? -1;
  if (label < 0 || text < 0) throw new Error(`${file}: the first line must name the columns label and text`);
  return rows.map((row) => ({ label: row[label] ?? '', text: row[text] ?? '' }));
}

function readRows(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < csv.length;) {
    FIELD.lastIndex = at;
    const field = FIELD.exec(csv);
    row.push(field?.[1]?.replaceAll('""', '"') ?? field?.[2]?.trim() ?? '');
    at = FIELD.lastIndex;
    if (csv[at] === ',') at += 1;
    else {
      while (csv[at] === '\r' || csv[at] === '\n') at += 1;
      if (row.some((cell) => cell !== '')) rows.push(row);
      row = [];
      if (FIELD.lastIndex === at) at += 1;
    }
  }
  return rows;
}
