import { type Activity, ActivityImportance, InputHints } from 'botbuilder';

/** What the assistant says at one time, addressed: plain JSON, so that it can be kept until it has arrived. */
export interface Letter {
  readonly activities: readonly Partial<Activity>[];
}

/** Whether it tells somebody to act now: then it is tried longest. */
export function isUrgent({ activities }: Letter): boolean {
  return activities.some(({ importance }) => importance === ActivityImportance.High);
}

/** Whether it is part of the check: what the next message answers depends on its arrival, and it may name answers. */
export function isOfCheck({ activities }: Letter): boolean {
  return activities.some(asks);
}

/** Whether an activity asks something. */
export function asks({ inputHint }: Partial<Activity>): boolean {
  return inputHint === InputHints.ExpectingInput;
}
