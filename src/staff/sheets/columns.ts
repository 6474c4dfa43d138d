/** The sheets there are and their columns, in their order. The names of columns are texts of the console. */
export const SHEETS = {
  /** One row for each way people ask. */
  phrasings: ['topic', 'question', 'phrasing', 'delete'],
  /** One row for each answer. */
  answers: ['topic', 'category', 'question', 'button', 'answer', 'face', 'hair', 'short', 'missing'],
  /** One row for each question nobody could answer, with room for the topic it belongs to. */
  unanswered: ['asked', 'times', 'last', 'nearest', 'give'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type SheetKind = keyof typeof SHEETS;
export type SheetColumn = (typeof SHEETS)[SheetKind][number];

/** What tells a sheet from the others. */
export const KEY_COLUMN = {
  phrasings: 'phrasing',
  answers: 'answer',
  unanswered: 'asked',
} as const satisfies Record<SheetKind, SheetColumn>;
