import type { MessagingExtensionAttachment } from 'botbuilder';
import { markRightToLeft } from '../../bot/reply/right-to-left';
import type { Texts } from '../../knowledge/create-texts';
import { ADAPTIVE_CARD } from './adaptive-card';
import { drawCard } from './draw-card';
import type { Found } from './search-topics';

const THUMBNAIL = 'application/vnd.microsoft.card.thumbnail';
/** Letters of an answer under its title in the list of results. */
const LONGEST_PREVIEW = 100;

/**
 * One result of the search: its line in the list, and the card that is put into the message. The card has no buttons:
 * where it is posted the bot may not be a member, and a press would lead nowhere.
 */
export function drawFound({ topic, area }: Found, texts: Texts): MessagingExtensionAttachment {
  const text = texts.answer(topic, area);
  const note = texts.note([topic]);
  const content = drawCard({
    kind: 'answer',
    heading: topic.question,
    text,
    ...(note === undefined ? {} : { note }),
    choices: [],
  });
  const preview = { title: markRightToLeft(topic.question), text: markRightToLeft(shorten(text)) };
  return { contentType: ADAPTIVE_CARD, content, preview: { contentType: THUMBNAIL, content: preview } };
}

function shorten(text: string): string {
  const letters = Array.from(text.replace(/\s+/g, ' '));
  return letters.length <= LONGEST_PREVIEW ? letters.join('') : `${letters.slice(0, LONGEST_PREVIEW).join('').trim()}…`;
}
