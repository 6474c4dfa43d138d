import { z } from 'zod';
import type { DeepReadonly } from '../deep-readonly';
import { phrases } from './phrases';
import { identifier } from './text';

const messages = phrases('a list of messages, each on a line that begins with "- "').min(1);

/** knowledge/urgent-messages.yaml: whole messages from which the reader learns what is urgent and what only looks like it. */
export const urgentMessagesSchema = z.strictObject({
  urgent: z
    .array(z.strictObject({ sign: identifier, messages }))
    .min(1)
    .describe('Urgent messages by the sign they are reported as: one that the table of urgent.yaml has.'),
  calm: messages.describe('Messages that are not urgent, however they look.'),
});

export type UrgentMessages = DeepReadonly<z.infer<typeof urgentMessagesSchema>>;
