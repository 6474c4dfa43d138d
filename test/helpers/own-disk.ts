import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createDataDirectory } from './start-server';

/** A folder on a disk of its own. */
export interface OwnDisk {
  readonly folder: string;
  /** Only root may have one: else the folder is like any. */
  readonly isMounted: boolean;
  /** Takes what room there is, to the last byte. */
  readonly fill: () => void;
  /** Gives it back. */
  readonly empty: () => void;
  readonly unmount: () => void;
}

/** Mounts a small disk in memory; `size` as mount says it: "24m". */
export function mountDisk(size: string): OwnDisk {
  const folder = createDataDirectory();
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status === 0;
  const filler = join(folder, 'filler');
  return {
    folder,
    isMounted,
    fill() {
      const file = openSync(filler, 'a');
      for (const bytes of [65_536, 4_096, 1])
        try {
          for (;;) writeSync(file, Buffer.alloc(bytes, 'x'));
        } catch (error) {
          expect(error).toMatchObject({ code: 'ENOSPC' });
        }
      closeSync(file);
    },
    empty() {
      rmSync(filler);
    },
    unmount() {
      if (isMounted) spawnSync('umount', ['-l', folder]);
    },
  };
}
