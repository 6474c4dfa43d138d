import { LONGEST_MESSAGE } from '../understand/message';
import type { Unreadable } from '../understand/message';
import { composePlain } from './compose-plain';
import type { ComposeDependencies } from './compose-dependencies';
import type { OtherLanguage } from '../understand/other-language';
import type { Reply } from './reply';

/** "I do not know this": plainly, with the topics and a person. `score`: how near the nearest topic was. */
export function composeUnknown(score: number, dependencies: ComposeDependencies): Reply {
  const { text, choices } = dependencies.knowledge.messages.chat.unknown;
  return { ...composePlain('unknown', text, choices, dependencies), score };
}

/** To fear or regret that names nothing known: what people are mostly afraid of, and a person. */
export function composeFear(dependencies: ComposeDependencies): Reply {
  const { text, choices } = dependencies.knowledge.messages.chat.fear;
  const topics = choices.flatMap((choice) => ('topic' in choice ? [choice.topic] : []));
  return { ...composePlain('suggest', text, choices, dependencies), topics };
}

/** After "none of these". */
export function composeNoneOfThese(dependencies: ComposeDependencies): Reply {
  const { text, choices } = dependencies.knowledge.messages.chat.noneOfThese;
  return composePlain('unknown', text, choices, dependencies);
}

/** What to say to something that cannot be read as words. */
export function composeUnreadable(why: Unreadable, dependencies: ComposeDependencies): Reply {
  const { chat } = dependencies.knowledge.messages;
  const text = textFor(why, chat).replace('{limit}', String(LONGEST_MESSAGE));
  return composePlain('unknown', text, chat.unknown.choices, dependencies);
}

/** What to say to another language: in that language where it is one of ours, and in Arabic. */
export function composeOtherLanguage(language: OtherLanguage, dependencies: ComposeDependencies): Reply {
  const { chat } = dependencies.knowledge.messages;
  return composePlain('unknown', chat.otherLanguage[language], chat.unknown.choices, dependencies);
}

function textFor(why: Unreadable, chat: ComposeDependencies['knowledge']['messages']['chat']): string {
  switch (why) {
    case 'empty':
      return chat.emptyText;
    case 'emoji':
      return chat.onlyEmoji;
    case 'sticker':
      return chat.sticker;
    case 'attachment':
      return chat.attachment;
    case 'too-long':
      return chat.tooLong;
    default:
      return why satisfies never;
  }
}
