import { composePlain } from './compose-plain';
import type { ComposeDependencies } from './compose-dependencies';
import type { Reply } from './reply';

/** The first message of a conversation, with a few buttons to begin with. */
export function composeWelcome(dependencies: ComposeDependencies): Reply {
  const { text, choices } = dependencies.knowledge.messages.chat.welcome;
  return composePlain('social', text, choices, dependencies);
}

/** Social talk: short and warm. Kinds the content has no reply for are greeted. */
export function composeSocial(social: string, dependencies: ComposeDependencies): Reply {
  const { messages } = dependencies.knowledge;
  const text = messages.social[social] ?? messages.chat.anythingElse;
  const choices = SHOWS_WHAT_IT_CAN.has(social) ? messages.chat.welcome.choices : [];
  return composePlain('social', text, choices, dependencies);
}

/** After these a person wonders what to ask. */
const SHOWS_WHAT_IT_CAN: ReadonlySet<string> = new Set(['greeting', 'how-are-you', 'who-are-you', 'more']);
