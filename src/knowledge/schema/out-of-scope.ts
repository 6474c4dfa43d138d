import { z } from 'zod';
import { phrases } from './phrases';
import { identifier, plainText } from './text';

/** knowledge/out-of-scope.yaml: sentences that are none of this assistant's business, from which it learns to say so. */
export const outOfScopeSchema = z.strictObject({
  groups: z.record(
    identifier,
    z.strictObject({
      title: plainText,
      examples: phrases('a list of sentences, each on a line that begins with "- "').min(1),
    }),
  ),
});
