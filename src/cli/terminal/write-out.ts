import { once } from 'node:events';

/** Writes to standard output and waits until there is room for more: order is kept, memory stays small. */
export async function writeOut(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** A reader that has gone away (`ask --json | head -1`) is no error: the program ends quietly. */
export function endQuietlyWithoutReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}
