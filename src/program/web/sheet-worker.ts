import { parentPort, workerData } from 'node:worker_threads';
import { readTable } from '../../staff/sheets/read-table';
import type { SheetFormat, Table } from '../../staff/sheets/table';
import { writeTable } from '../../staff/sheets/write-table';

/** What the thread is to do. */
export type SheetTask =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'write';
      readonly table: Table;
      readonly format: SheetFormat;
      readonly rightToLeft: boolean;
    };

/** The thread that reads or writes one file of a sheet, and ends. */
const task = workerData as SheetTask;
const done = (result: unknown): void => parentPort?.postMessage(result);
if (task.kind === 'read') void readTable(task.bytes).then(done);
else void writeTable(task.table, task.format, task.rightToLeft).then(done);
