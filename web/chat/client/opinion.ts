/** Why an answer did not help, in the words of the server. */
export const REASONS = ['unclear', 'incomplete', 'beside', 'doubtful'] as const;
export type Reason = (typeof REASONS)[number];

/** What somebody thinks of an answer. */
export interface Opinion {
  readonly helped: boolean;
  readonly reason?: Reason | undefined;
}

/** An opinion on its way. */
export interface OutgoingOpinion extends Opinion {
  /** The message it is of. */
  readonly about: string;
  /** The answers in it, as the server named them: sent back as they came. */
  readonly answers: unknown;
}
