import type { Kysely } from 'kysely';

import type { Tables } from './tables';

/** Milliseconds one answer stands for whoever asks next: asked by anybody, it must not become work for the disk. */
const GOOD_FOR = 1_000;
/** About what a turn writes: a disk with less room than that keeps no message, though a single page may still fit. */
const BLANKS = ' '.repeat(32_768);

/** Creates what tells whether the database takes a write of a turn's size: it writes and deletes it. Rejects where not. */
export const createProbe = (query: Kysely<Tables>, instance: string): (() => Promise<void>) => {
  const name = `probe ${instance}`;
  const write = (): Promise<void> =>
    query.transaction().execute(async (change) => {
      await change.insertInto('settings').values({ name, value: BLANKS }).execute();
      await change.deleteFrom('settings').where('name', '=', name).execute();
    });
  let last: { readonly at: number; readonly done: Promise<void> } | undefined;
  return () => {
    // Not the clock of the day, which may be set back.
    const at = performance.now();
    if (last === undefined || at - last.at > GOOD_FOR) last = { at, done: write() };
    return last.done;
  };
};
