import type { Activity } from 'botbuilder';
import { ActivityTypes } from 'botbuilder';
import { z } from 'zod';
import { type Reason, REASONS } from '../../staff/figures/reason';

/** An answer as it was given: the topic, and the revision that brought its text (0: the files). */
export interface GivenAnswer {
  readonly topic: string;
  readonly revision: number;
}

/** What somebody thinks of the answers of one reply. */
export interface Opinion {
  readonly answers: readonly GivenAnswer[];
  readonly helped: boolean;
  readonly reason?: Reason | undefined;
}

/** Name of the event with which the site's chat sends an opinion. */
const OPINION = 'opinion';

/** Answers of one reply: a message holds four questions at most. */
const MOST_ANSWERS = 4;

const given = z.array(z.object({ topic: z.string().max(100), revision: z.int().min(0) })).min(1);
const opinion = z.object({
  answers: given.max(MOST_ANSWERS),
  helped: z.boolean(),
  reason: z.enum(REASONS).optional(),
});
const pressed = z.object({ opinion });

/** Reads an opinion from an event of the chat or a press on a card; undefined where it is neither. */
export function readOpinion({ type, name, value }: Pick<Activity, 'type' | 'name' | 'value'>): Opinion | undefined {
  if (type === (ActivityTypes.Event as string)) return name === OPINION ? opinion.safeParse(value).data : undefined;
  return pressed.safeParse(value).data?.opinion;
}
