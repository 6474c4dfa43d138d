/** What was answered. Skipped counts as not sure but is named as skipped. */
export type Answer = 'yes' | 'no' | 'unsure' | 'skipped';

/** An answer and the id of the question or follow-up it answers. */
export interface Given {
  readonly item: string;
  readonly answer: Answer;
}
