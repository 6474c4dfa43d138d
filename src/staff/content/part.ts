/** A part of an item in words: the name of its field and its text. */
export interface Part {
  readonly field: string;
  readonly text: string;
}
