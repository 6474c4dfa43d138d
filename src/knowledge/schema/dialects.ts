import { z } from 'zod';
import { words } from './words';

/** English words joined by hyphens: "I", "how-much". */
const conceptName = z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/, {
  error: 'the name of a concept: Latin letters, digits and hyphens, such as how-much',
});

/** knowledge/dialects.yaml: everyday words of the dialects, by concept. */
export const dialectsSchema = z.strictObject({
  concepts: z.record(conceptName, words),
});
