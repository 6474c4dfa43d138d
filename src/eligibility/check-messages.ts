import type { z } from 'zod';
import type { DeepReadonly } from '../knowledge/deep-readonly';
import type { eligibilityMessages } from '../knowledge/schema/messages/eligibility';

/** messages.yaml, section eligibility. */
export type CheckMessages = DeepReadonly<z.infer<typeof eligibilityMessages>>;

/** Puts values in place of the names in braces. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
