/** A slip of the hand in a content file, with its line (from 1). */
export interface Slip {
  readonly line: number;
  readonly found: string;
  readonly expected: string;
  readonly tip: string;
}
