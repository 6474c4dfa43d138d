import type { WordEntry } from './word-list';

/** Words by their name, as most lists hold them. */
export const entriesOf = (groups: Readonly<Record<string, readonly string[]>>): readonly WordEntry[] =>
  Object.entries(groups).map(([id, words]) => entryOf(id, words));

/** One meaning with its words: people know it by the first of them. */
export const entryOf = (id: string, words: readonly string[]): WordEntry => ({
  id,
  title: bare(words[0] ?? id),
  remarks: [],
  words,
  except: [],
});

/** A word without the signs that say how it is looked for. */
export const bare = (word: string): string => word.replace(/[~=<>]/g, '').trim();
