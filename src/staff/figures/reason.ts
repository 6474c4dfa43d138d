/** Why an answer did not help: fixed, since a box to write in would gather what people tell of their health. */
export const REASONS = ['unclear', 'incomplete', 'beside', 'doubtful'] as const;
export type Reason = (typeof REASONS)[number];
