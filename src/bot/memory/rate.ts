import { ActivityTypes } from 'botbuilder';
import type { TurnContext } from 'botbuilder';
import type { Opinion } from './opinion';
import { say, sendReplies } from './outbox';
import type { TurnDependencies } from '../turn/turn-dependencies';

/** Answers of a conversation remembered as rated; a talk has fewer. */
const MOST_REMEMBERED = 40;

/**
 * Counts an opinion: each answer once in a conversation, whatever is pressed how often, and one reason for it. What was
 * rated is remembered with the conversation, and goes with it; the figures hold no trace of whose it was.
 */
export function createRate({ memory, channelOf, compose, tally }: TurnDependencies) {
  const rated = memory.property<readonly string[]>('rated');
  const { topicById, messages } = compose.knowledge;

  return async (context: TurnContext, { answers, helped, reason }: Opinion): Promise<void> => {
    const known = answers.filter(({ topic, revision }) => {
      return topicById.has(topic) && revision <= (tally?.revisionOf(topic) ?? 0);
    });
    if (known.length === 0) return;
    const key = known.map(({ topic, revision }) => `${topic}@${revision}`).join(' ');
    const before = await rated.get(context, []);
    const parts = [
      { part: 'verdict', key },
      ...(reason === undefined || helped ? [] : [{ part: 'reason', key: `${key} why` } as const]),
    ] as const;
    const fresh = parts.filter((one) => !before.includes(one.key));
    for (const { part } of fresh) tally?.rated({ answers: known, helped, reason }, part);
    if (fresh.length > 0) {
      await rated.set(context, [...before, ...fresh.map((one) => one.key)].slice(-MOST_REMEMBERED));
      await memory.save(context);
    }
    // The chat draws its own thanks; a card stays as it was.
    if (context.activity.type !== (ActivityTypes.Message as string)) return;
    const { thanks } = messages.chat.opinion;
    say(context, { kind: 'social', text: compose.texts.sentence(thanks), choices: [], topics: [], score: 1 });
    await sendReplies(context, channelOf(context.activity.channelId).presenter);
  };
}
