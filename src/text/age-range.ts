/** An age in whole years, as far as it was told: from `least` to `most`. */
export interface AgeRange {
  readonly least: number;
  readonly most: number;
}
