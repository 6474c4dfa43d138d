import { z } from 'zod';
import type { DeepReadonly } from '../deep-readonly';
import { identifier } from './text';
import { words } from './words';

/** knowledge/dialects.yaml: everyday words of the dialects, by concept. */
export const dialectsSchema = z.strictObject({
  concepts: z.record(identifier, words),
});

export type Dialects = DeepReadonly<z.infer<typeof dialectsSchema>>;
