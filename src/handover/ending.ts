/** What became of a talk, as the member of staff who ends it says. */
export const OUTCOMES = ['answered', 'called-back', 'booked', 'no-answer'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why a talk is over: an outcome, or what happened without one. */
const ENDINGS = [...OUTCOMES, 'patient-left', 'nobody-came', 'silence'] as const;
export type Ending = (typeof ENDINGS)[number];

/** Reads an outcome as a form sends it. */
export const readOutcome = (text: string): Outcome | undefined => OUTCOMES.find((outcome) => outcome === text);

/** Reads an ending as it is kept. */
export const readEnding = (text: string | null): Ending | undefined => ENDINGS.find((ending) => ending === text);
