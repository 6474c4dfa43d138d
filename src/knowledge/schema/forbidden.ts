import { z } from 'zod';
import type { DeepReadonly } from '../deep-readonly';
import { plainText } from './text';
import { words } from './words';

/** knowledge/forbidden.yaml: wordings no answer or message may hold, with the reason and what to say instead. */
export const forbiddenSchema = z.strictObject({
  wordings: z.array(
    z.strictObject({
      reason: plainText,
      instead: plainText,
      words,
      unless: words.optional().describe('Longer wordings in which the words are harmless.'),
    }),
  ),
  openings: z
    .strictObject({ reason: plainText, instead: plainText, words })
    .optional()
    .describe('What no answer may begin with.'),
});

export type Forbidden = DeepReadonly<z.infer<typeof forbiddenSchema>>;
