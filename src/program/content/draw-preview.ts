import { composeAnswer } from '../../bot/reply/compose-answer';
import { createShortcuts } from '../../bot/understand/shortcuts';
import { createTextPresenter } from '../../bot/reply/text-presenter';
import type { ChatWords, DrawnReply } from '../../channels/staff/content/drawn-reply';
import { drawCard } from '../../channels/teams/draw-card';
import { createTexts } from '../../knowledge/create-texts';
import type { Knowledge } from '../../knowledge/knowledge';
import type { Area } from '../../knowledge/schema/faq';

/**
 * The answer of a topic as the chat and Teams receive it: asked without an area, and for each area it differs by.
 * Nothing for a topic the content does not have.
 */
export function drawPreview(knowledge: Knowledge, topic: string): readonly DrawnReply[] {
  const found = knowledge.topicById.get(topic);
  if (found === undefined) return [];
  const { chat } = knowledge.messages;
  const shortcuts = createShortcuts({ ...knowledge, areas: chat.whichArea });
  const compose = { knowledge, shortcuts, texts: createTexts(knowledge) };
  const presenter = createTextPresenter({ answersCarryData: true });
  const areas: readonly (Area | undefined)[] = [
    undefined,
    ...(['face', 'hair'] as const).filter((area) => found.byArea?.[area] !== undefined),
  ];
  return areas.flatMap((area) => {
    const composed = composeAnswer([{ topic, score: 1 }], area, compose);
    const reply = { ...composed, rates: [{ topic, revision: 0 }] };
    const card = drawCard(reply, chat.opinion);
    return presenter.present(reply, {}).map((activity) => ({ area, asked: found.question, activity, card }));
  });
}

/** What the chat says around answers. */
export function chatWordsOf({ messages, clinic }: Pick<Knowledge, 'messages' | 'clinic'>): ChatWords {
  return {
    strings: messages.widget.ar,
    numbers: [clinic.phone, clinic.emergency].filter((number) => typeof number === 'string'),
    dates: `ar-u-ca-gregory-nu-${messages.dates.digits.startsWith('0') ? 'latn' : 'arab'}`,
  };
}
