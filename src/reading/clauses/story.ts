import type { ClauseKind } from './clause';

/** A clause of a story that a program made. */
export interface ToldClause {
  readonly kind: ClauseKind;
  readonly text: string;
}

/** A message as a person might write it, with its clauses known. */
export type Story = readonly ToldClause[];
