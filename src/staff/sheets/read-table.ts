import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { MOST_ROWS, type Table, type TableReading } from './table';

/** Bytes a workbook may unpack to: thirty thousand rows of Arabic are ten million. A small file can hold gigabytes. */
const MOST_UNPACKED = 80_000_000;

/** Reads a workbook or a CSV file in any of the forms that Excel saves. Every cell is text: no formula, no date. */
export async function readTable(bytes: Uint8Array): Promise<TableReading> {
  try {
    const table = isZip(bytes) ? await readWorkbook(bytes) : readCsv(decode(bytes));
    if (table === undefined || table.length > MOST_ROWS + 1) return { kind: 'too-long' };
    return table.length === 0 ? { kind: 'unreadable' } : { kind: 'table', table };
  } catch {
    return { kind: 'unreadable' };
  }
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

async function readWorkbook(bytes: Uint8Array): Promise<Table | undefined> {
  let size = 0;
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize;
      return false;
    },
  });
  if (size > MOST_UNPACKED) return undefined;
  const { readSheet } = await import('read-excel-file/node');
  const rows = await readSheet(Buffer.from(bytes), { parseNumber: (text: string) => text });
  return rows.map((row) => row.map(sayCell));
}

/** Numbers were left as they stand; what a sheet thinks is a date is a day. */
function sayCell(cell: unknown): string {
  if (typeof cell === 'string') return tidy(cell);
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'boolean' || typeof cell === 'number' ? String(cell) : '';
}

function readCsv(text: string): Table | undefined {
  const delimiter = delimiterOf(text.slice(0, text.indexOf('\n') + 1 || undefined));
  const rows = parse(text, {
    delimiter,
    relax_column_count: true,
    // A quotation mark in the middle of a cell is one; a row must not spoil the others.
    relax_quotes: true,
    skip_empty_lines: true,
    to: MOST_ROWS + 2,
  });
  return rows.map((row) => row.map((cell) => tidy(bare(cell))));
}

/** Where countries write numbers with a comma, Excel separates columns otherwise. */
function delimiterOf(header: string): string {
  const count = (sign: string): number => header.split(sign).length;
  return [';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}

/** The sign that keeps a text from being a formula is ours, see `writeTable`. */
const bare = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

const tidy = (cell: string): string => cell.replace(/\r\n?/g, '\n').replaceAll('\u0000', '').trim();

/** UTF-8, UTF-16 where Excel says so at its beginning, else what Arabic Windows saves. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1256').decode(bytes);
  }
}
