import { z } from 'zod';
import type { ButtonData, CheckState } from './check-state';

const answer = z.enum(['yes', 'no', 'unsure', 'skipped']);

const checkState = z.object({
  run: z.string(),
  step: z.string(),
  given: z.array(z.object({ item: z.string(), answer })),
  unclear: z.number(),
  doubted: z.boolean(),
  at: z.number(),
});

const buttonData = z.object({ check: z.string(), step: z.string(), value: z.string() });

/** A state as it was kept, or undefined when what was kept is none: written by another version, or damaged. */
export function readCheckState(kept: unknown): CheckState | undefined {
  return checkState.safeParse(kept).data;
}

/** The data of a pressed button of a check, or undefined for anything else a channel may send along. */
export function readButtonData(sent: unknown): ButtonData | undefined {
  return buttonData.safeParse(sent).data;
}
