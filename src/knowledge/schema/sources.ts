import { z } from 'zod';
import type { DeepReadonly } from '../deep-readonly';
import { webLink } from './contact';
import { plainText } from './text';

/** Strength of evidence, strongest first: what each letter means stands at the head of knowledge/sources.yaml. */
const STRENGTHS = ['A', 'B', 'C', 'D', 'E', 'SEED', 'NONE'] as const;

const strength = plainText.refine(
  (text) => text.split(', ').every((part) => STRENGTHS.some((known) => known === part)),
  { error: `one or more of ${STRENGTHS.join(' ')}, separated by a comma and a space: "A, D"` },
);

/** knowledge/sources.yaml: where the facts come from. */
export const sourcesSchema = z.strictObject({
  sources: z.record(
    z.string().regex(/^S\d{2,3}$/, { error: 'the number of a source, such as S07' }),
    z.strictObject({
      label: plainText,
      url: webLink.nullable(),
    }),
  ),
  facts: z.record(
    z.string().regex(/^F\d{2,3}$/, { error: 'the number of a fact, such as F14' }),
    z.strictObject({ gloss: plainText, sources: z.array(plainText), strength }),
  ),
  article: z.record(
    z.string().regex(/^([1-9]|[1-3]\d|4[0-5])$/, { error: 'the number of a fact of the article, 1 to 45' }),
    plainText,
  ),
});

export type Sources = DeepReadonly<z.infer<typeof sourcesSchema>>;
