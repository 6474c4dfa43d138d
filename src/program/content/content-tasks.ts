import type { SavedQuestion, Waiting } from '../../staff/content/workshop';

type Entries = readonly (readonly [string, unknown])[];

/** What the thread that works on content is asked for. */
export type ContentTask =
  /** Checks the content of the files and learns it, with what is published over it, for another thread to find. */
  | { readonly kind: 'files'; readonly items: Entries }
  | { readonly kind: 'learn'; readonly items: Entries }
  | {
      readonly kind: 'effect';
      readonly live: Entries;
      readonly draft: Entries;
      readonly saved: readonly SavedQuestion[];
      readonly waiting: readonly string[];
    }
  | { readonly kind: 'group'; readonly live: Entries; readonly waiting: readonly Waiting[] }
  | { readonly kind: 'judge'; readonly items: Entries; readonly text: string }
  | { readonly kind: 'judge-all'; readonly items: Entries; readonly texts: readonly string[] };
