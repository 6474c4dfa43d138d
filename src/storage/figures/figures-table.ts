/** A count of one day; who was counted is nowhere. */
export interface FiguresTable {
  readonly day: string;
  readonly subject: string;
  readonly revision: number;
  readonly count: number;
}
