/** What tells two questions from one question with two clauses, at one place of a message. */
export const PAIR_SIGNALS = [
  'surerHalf',
  'lessSureHalf',
  'holdsBestOfWhole',
  'rarerInWhole',
  'bestOfWhole',
  'leadOfSecond',
  'firstAsks',
  'secondAsks',
  'bothAsk',
  'secondBeginsWithAnd',
  'firstEndsWithQuestionMark',
  'oneWord',
  'lessInScope',
  'shorterHalf',
  'secondEndsWithQuestionMark',
  'firstEndsClause',
] as const;
export type PairSignal = (typeof PAIR_SIGNALS)[number];
