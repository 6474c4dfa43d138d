import type { WORD_LISTS, WORD_SECTIONS } from '../../knowledge/schema/staff/words';

export type WordListId = (typeof WORD_LISTS)[number];
/** A part of a list; each is explained in knowledge/staff, `sectionHints`. */
type WordSectionId = (typeof WORD_SECTIONS)[number];

/** What is said of an entry beside its words: a sentence of the content, or one of the console with its values. */
export type Remark =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'said';
      readonly key: 'why' | 'leadsTo' | 'limit' | 'instead' | 'tier';
      readonly values: Readonly<Record<string, string | number>>;
    };

/** One meaning, sign, question or reason, with the words that belong to it. */
export interface WordEntry {
  /** Its name in the file; undefined: it has none. */
  readonly id?: string;
  /** What people call it. */
  readonly title: string;
  /** The danger signs it is about. */
  readonly signs?: readonly string[];
  readonly remarks: readonly Remark[];
  readonly words: readonly string[];
  /** Words that make an exception. */
  readonly except: readonly string[];
}

/** A part of a list. */
export interface WordSection {
  readonly id: WordSectionId;
  readonly entries: readonly WordEntry[];
}

/** A list as it stands in its file. */
export interface WordList {
  readonly id: WordListId;
  /** Relative to the project. */
  readonly file: string;
  readonly sections: readonly WordSection[];
}
