import type { PreparedMatcher } from '../../matching/prepared-matcher';
import type { ReadExamples } from '../../matching/intent-classifier';
import type { Gauge } from '../../staff/content/gauge';
import type { SavedQuestion, Waiting } from '../../staff/content/workshop';

type Entries = readonly (readonly [string, unknown])[];

/** What the thread that works on content is asked for. */
export type ContentTask =
  /** Checks the content of the files and learns it, with what is published over it, for another thread to find. */
  | { readonly kind: 'files'; readonly items: Entries }
  /** Names what is learnt of a content. */
  | { readonly kind: 'name'; readonly items: Entries }
  /** Learns it under a number, or reads what was learnt elsewhere; packs what it learnt where others want it. */
  | {
      readonly kind: 'learn';
      readonly items: Entries;
      readonly number: number;
      readonly lent?: Uint8Array | undefined;
      readonly packs: boolean;
    }
  /** A part of what was learnt under this number. */
  | { readonly kind: 'part'; readonly number: number; readonly part: LearntPart }
  | {
      readonly kind: 'effect';
      readonly live: Entries;
      readonly draft: Entries;
      readonly saved: readonly SavedQuestion[];
      readonly waiting: readonly string[];
      readonly gauge?: Gauge | undefined;
    }
  | { readonly kind: 'group'; readonly live: Entries; readonly waiting: readonly Waiting[] }
  | { readonly kind: 'judge'; readonly items: Entries; readonly text: string }
  | { readonly kind: 'judge-all'; readonly items: Entries; readonly texts: readonly string[] };

/** What comes of learning. */
export interface Learnt {
  /** The model for other instances; undefined where nobody wants it. */
  readonly packed: Uint8Array | undefined;
}

/** What was learnt goes to the other thread in parts: to unpack it in one would take a twentieth of a second from turns. */
export const LEARNT_PARTS = [
  'hashes',
  'slots',
  'rarity',
  'model',
  'neighbours',
  'lexicon',
  'labels',
  'known',
  'listed',
  'sameWords',
  'stems',
  'speller',
] as const satisfies readonly (keyof PreparedMatcher | keyof ReadExamples)[];
export type LearntPart = (typeof LEARNT_PARTS)[number];
