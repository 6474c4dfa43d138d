import { z } from 'zod';
import { identifier, plainText } from './text';

/** A part of a message: what it is, then its words. */
const part = z.record(identifier, plainText).refine((named) => Object.keys(named).length === 1, {
  error: 'one kind and its text',
  params: { tip: 'begin a new line with "- " for each part' },
});

/** knowledge/stories/*.yaml: whole messages cut into their parts, from which the readers learn what real ones look like. */
export const storyMessagesSchema = z.strictObject({
  messages: z
    .array(z.array(part, { error: 'a list of parts' }).min(1))
    .describe(
      'Each message a list of parts in order, each "filler", "fact", "report", the id of the topic it asks, or a wish: person, complaint, check, more.',
    ),
});
export type StoryMessages = z.infer<typeof storyMessagesSchema>;
