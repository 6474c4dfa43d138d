import { normalize } from '../../text/normalize';
import type { WordEntry, WordList, WordSection } from './word-list';

/** An entry that holds what was looked for. */
export interface FoundEntry {
  readonly list: WordList['id'];
  readonly section: WordSection['id'];
  readonly entry: WordEntry;
  /** The words that hold it: all of them where its name does. */
  readonly words: readonly string[];
}

/** Shorter texts stand in nearly every word. */
const SHORTEST = 2;

/** Entries whose words or names hold a text, whatever its hamzas and marks; those with the very word come first. Pure. */
export function findWords(lists: readonly WordList[], text: string): readonly FoundEntry[] {
  const wanted = normalize(text);
  if (wanted.length < SHORTEST) return [];
  const found = lists.flatMap(({ id, sections }) =>
    sections.flatMap(({ id: section, entries }) =>
      entries.flatMap((entry) => {
        const words = wordsOf(entry).filter((word) => normalize(word).includes(wanted));
        const isNamed = [entry.id ?? '', entry.title].some((name) => normalize(name).includes(wanted));
        if (words.length === 0 && !isNamed) return [];
        const isExact = words.some((word) => normalize(word) === wanted);
        return [{ list: id, section, entry, words: words.length === 0 ? entry.words : words, isExact }];
      }),
    ),
  );
  return [...found.filter(({ isExact }) => isExact), ...found.filter(({ isExact }) => !isExact)];
}

const wordsOf = ({ words, except }: WordEntry): readonly string[] => [...words, ...except];
