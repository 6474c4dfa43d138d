import { normalize } from '../../text/normalize';
import { KEY_COLUMN, SHEETS, type SheetColumn, type SheetKind } from './columns';
import type { Table } from './table';

/** What the columns are called, in every language the console has. */
export type ColumnNames = readonly (readonly [SheetColumn, readonly string[]])[];

/** A row of a sheet. */
export interface SheetRow {
  /** As the sheet counts: the first row under the names is 2. */
  readonly number: number;
  /** Empty where there is nothing. */
  readonly cells: Readonly<Partial<Record<SheetColumn, string>>>;
}

/** A sheet with its kind, or a table whose columns nobody knows. */
export type RowsReading =
  | { readonly kind: SheetKind; readonly rows: readonly SheetRow[]; readonly ignored: readonly string[] }
  | { readonly kind: 'no-columns' };

/** Finds out by the names of its columns what a table is; their order is free, and further ones are left. Pure. */
export function readRows([header = [], ...rows]: Table, names: ColumnNames): RowsReading {
  const columns = header.map(
    (text) => names.find(([, called]) => called.some((name) => normalize(name) === normalize(text)))?.[0],
  );
  const kind = (Object.keys(SHEETS) as SheetKind[]).find((one) => columns.includes(KEY_COLUMN[one]));
  if (kind === undefined) return { kind: 'no-columns' };
  const own: readonly SheetColumn[] = SHEETS[kind];
  const isOwn = (column: SheetColumn | undefined): column is SheetColumn =>
    column !== undefined && own.includes(column);
  return {
    kind,
    ignored: header.filter((text, at) => text !== '' && !isOwn(columns[at])),
    rows: rows
      .map((row, at) => ({
        number: at + 2,
        cells: Object.fromEntries(
          columns.flatMap((column, place) => (isOwn(column) ? [[column, row[place] ?? '']] : [])),
        ),
      }))
      .filter(({ cells }) => Object.values(cells).some((text) => text !== '')),
  };
}
