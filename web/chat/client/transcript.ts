import type { Activity } from './activity';

/** A message the server has shown. */
export type Said = Extract<Activity, { readonly kind: 'message' }>;

/** Puts messages into a conversation: each once, in the order of the server's clock, a changed one in its old place. */
export function addMessages(transcript: readonly Said[], arrived: readonly Said[]): readonly Said[] {
  if (arrived.length === 0) return transcript;
  const messages = [...transcript];
  for (const message of arrived) {
    const known = messages.findIndex(({ id }) => id === message.id);
    if (known === -1) messages.splice(placeOf(message, messages), 0, message);
    else messages[known] = message;
  }
  return messages;
}

/** Most messages are the newest: the search begins at the end. */
function placeOf({ at }: Said, messages: readonly Said[]): number {
  let place = messages.length;
  while (place > 0 && (messages[place - 1]?.at ?? 0) > at) place -= 1;
  return place;
}
