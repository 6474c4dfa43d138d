import { type Activity, ActivityTypes } from 'botbuilder';
import { z } from 'zod';
import { isPublic } from '../understand/is-public';
import { stripMarkup } from '../understand/strip-markup';

const MESSAGES: readonly string[] = [ActivityTypes.Message, ActivityTypes.MessageUpdate];

const mention = z.object({ type: z.literal('mention'), mentioned: z.object({ id: z.string() }) });

/**
 * Whether a message was written among others and not to the assistant: it comes only where an administrator lets the
 * assistant read everything. Pressed buttons, mentions, its name in words and targeted messages are meant for it.
 *
 * @param text the message without mentions and without the assistant's name
 */
export function isOverheard(activity: Activity, text: string): boolean {
  const { type, recipient, entities = [] } = activity;
  const isPressed = (activity as { readonly value?: unknown }).value !== undefined;
  if (!MESSAGES.includes(type) || !isPublic(activity) || isPressed) return false;
  if ((recipient as { readonly isTargeted?: unknown }).isTargeted === true) return false;
  const isMentioned = entities.some((one: unknown) => mention.safeParse(one).data?.mentioned.id === recipient.id);
  return !isMentioned && text === stripMarkup(activity);
}
