import { z } from 'zod';

/**
 * The part of the Adaptive Cards 1.5 schema that Teams draws alike everywhere, written down by hand: names, types and
 * enumerations of the elements in use, nothing else allowed. It is not Microsoft's schema, which no installed package
 * ships; the Playground's own renderer draws the cards in the browser test.
 */
const spacing = z.enum(['none', 'small', 'default', 'medium', 'large', 'extraLarge', 'padding']);
const textBlock = z.strictObject({
  type: z.literal('TextBlock'),
  text: z.string().min(1),
  // Teams cuts lines that may not wrap.
  wrap: z.literal(true),
  spacing: spacing.optional(),
  size: z.enum(['small', 'default', 'medium', 'large', 'extraLarge']).optional(),
  weight: z.enum(['lighter', 'default', 'bolder']).optional(),
  isSubtle: z.boolean().optional(),
  style: z.enum(['default', 'heading']).optional(),
  id: z.string().min(1).optional(),
  isVisible: z.boolean().optional(),
});
const title = z.string().min(1);
const submit = z.strictObject({
  type: z.literal('Action.Submit'),
  title,
  // A plain object: a client puts inputs beside it, and "msteams" inside it breaks some.
  data: z.record(
    z.string().refine((key) => key !== 'msteams'),
    z.unknown(),
  ),
  msTeams: z.strictObject({ feedback: z.strictObject({ hide: z.literal(true) }) }),
});
const openUrl = z.strictObject({ type: z.literal('Action.OpenUrl'), title, url: z.url({ protocol: /^(https|tel)$/ }) });
const toggle = z.strictObject({
  type: z.literal('Action.ToggleVisibility'),
  title,
  targetElements: z.array(z.string().min(1)).min(1),
});
const actionSet = z.strictObject({
  type: z.literal('ActionSet'),
  id: z.string().min(1).optional(),
  isVisible: z.boolean().optional(),
  spacing: spacing.optional(),
  // Teams shows six and hides the rest.
  actions: z
    .array(z.discriminatedUnion('type', [submit, openUrl, toggle]))
    .min(1)
    .max(6),
});
const container = z.strictObject({
  type: z.literal('Container'),
  style: z.enum(['default', 'emphasis', 'good', 'attention', 'warning', 'accent']),
  bleed: z.boolean().optional(),
  items: z.array(z.discriminatedUnion('type', [textBlock, actionSet])).min(1),
});
const inputText = z.strictObject({
  type: z.literal('Input.Text'),
  id: z.string().min(1),
  // Without it a screen reader says nothing of the box.
  label: z.string().min(1),
  isMultiline: z.boolean(),
  maxLength: z.number().int().positive(),
});
const choiceSet = z.strictObject({
  type: z.literal('Input.ChoiceSet'),
  id: z.string().min(1),
  label: z.string().min(1),
  style: z.enum(['compact', 'expanded']),
  value: z.string(),
  choices: z.array(z.strictObject({ title, value: z.string() })).min(1),
});
const card = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  version: z.literal('1.5'),
  rtl: z.literal(true),
  fallbackText: z.string().min(1),
  body: z.array(z.discriminatedUnion('type', [textBlock, actionSet, container, inputText, choiceSet])).min(1),
});

/** Most bytes of a message in Teams; beyond it the bot's reply is refused. */
const MOST_BYTES = 28 * 1024;

/** What is wrong with a card; empty: nothing. */
export function adaptiveCardFaults(content: unknown): string[] {
  const { error } = card.safeParse(content);
  const faults = error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
  const bytes = Buffer.byteLength(JSON.stringify(content ?? null));
  return bytes > MOST_BYTES ? [...faults, `${bytes} bytes`] : faults;
}
