import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SheetTask } from './sheet-worker';
import type { Sheets, TableReading } from '../../staff/sheets/table';
import { PROJECT } from '../project-folder';

/** Built beside the program; seen from src and from dist alike. */
const PROGRAM = join(PROJECT, 'dist/program/web/sheet-worker.js');

/** Milliseconds after which a file is given up; the largest takes some seconds. */
const PATIENCE = 30_000;
/** What a file may take of the memory, in MB. */
const MEMORY = 512;

/** Reads and writes sheets, each in a thread of its own that a hostile file may end without harm. */
export function createSheets(): Sheets {
  return {
    read: (bytes) => run<TableReading>({ kind: 'read', bytes }).catch(() => ({ kind: 'unreadable' })),
    write: (table, format, rightToLeft) => run<Uint8Array>({ kind: 'write', table, format, rightToLeft }),
  };
}

function run<Result>(task: SheetTask): Promise<Result> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(PROGRAM, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: MEMORY } });
    const timer = setTimeout(() => void worker.terminate(), PATIENCE);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(new Error('the thread that works on a sheet ended'));
    });
  });
}
