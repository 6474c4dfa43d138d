import { stringify } from 'csv-stringify/sync';
import type { SheetFormat, Table } from './table';

/** Letters of the widest column. */
const WIDEST = 60;

/**
 * Writes a sheet. No cell can be a formula: in a workbook each is marked as text, in CSV what a program would take for
 * one gets a sign before it, which reading takes away again.
 */
export async function writeTable(table: Table, format: SheetFormat, rightToLeft: boolean): Promise<Uint8Array> {
  if (format === 'csv') {
    return Buffer.from(
      stringify(table as string[][], { bom: true, escape_formulas: true, record_delimiter: 'windows' }),
    );
  }
  const [header = [], ...rows] = table;
  const text = (value: string) => ({ type: String, value, wrap: true, alignVertical: 'top' }) as const;
  const data = [
    header.map((value) => ({ ...text(value), fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map(text)),
  ];
  const columns = header.map((name, at) => {
    const longest = rows.slice(0, 500).reduce((most, row) => Math.max(most, row[at]?.length ?? 0), name.length);
    return { width: Math.min(WIDEST, longest + 4) };
  });
  const { default: writeWorkbook } = await import('write-excel-file/node');
  return writeWorkbook(data, { columns, rightToLeft, stickyRowsCount: 1 }).toBuffer();
}
