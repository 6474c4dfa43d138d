/** A sheet as rows of texts; the first names the columns. */
export type Table = readonly (readonly string[])[];

/** The file a sheet comes or goes in. */
export type SheetFormat = 'csv' | 'xlsx';

/** What became of the bytes of a file. */
export type TableReading =
  | { readonly kind: 'table'; readonly table: Table }
  /** No sheet, a broken one, or more than {@link MOST_ROWS}. */
  | { readonly kind: 'unreadable' | 'too-long' };

/** Rows of a sheet that is read. All phrasings there are make nine thousand. */
export const MOST_ROWS = 30_000;

/** Reads and writes the files of sheets, beside the turns: neither they nor a hostile file hold one up. */
export interface Sheets {
  read(bytes: Uint8Array): Promise<TableReading>;
  write(table: Table, format: SheetFormat, rightToLeft: boolean): Promise<Uint8Array>;
}
