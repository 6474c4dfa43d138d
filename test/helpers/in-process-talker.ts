import { ActivityTypes, MemoryStorage } from 'botbuilder';
import type { Activity } from 'botbuilder';
import { createAssistant } from '../../src/bot/turn/create-assistant';
import type { Assistant, AssistantDependencies } from '../../src/bot/turn/create-assistant';
import { namesOf } from '../../src/bot/understand/names-of';
import type { Reply } from '../../src/bot/reply/reply';
import { plainTextOf } from '../../src/bot/reply/text-presenter';
import { TerminalAdapter } from '../../src/cli/terminal/terminal-adapter';
import { createTerminalChannel, replyOf } from '../../src/cli/terminal/terminal-channel';
import type { Content } from '../../src/program/content/load-content';
import type { Heard, Said, Talker } from './transcript';

const MINUTE = 60_000;
const BOT = { id: 'bot', name: 'المساعد' };
const PATIENT = { id: 'patient', name: '' };

/** What is heard, with the whole reply behind it. */
type HeardReply = Heard & Reply;

/** A talker that can also send any activity. */
export interface InProcessTalker extends Required<Talker> {
  send(activity: Partial<Activity>): Promise<HeardReply[]>;
  say(message: Said): Promise<HeardReply[]>;
}

/** Gives talks with one assistant in this process, each a conversation of its own, on one clock. */
export function createInProcessTalkers(
  rooms: Content,
  overrides: Partial<AssistantDependencies> = {},
): () => InProcessTalker {
  const storage = new MemoryStorage();
  let clock = Date.UTC(2026, 10, 22, 12);
  let conversations = 0;
  const start = (): Assistant =>
    createAssistant({
      ...rooms,
      storage,
      channelOf: () => createTerminalChannel(namesOf(rooms.knowledge.messages)),
      unanswered: { record: () => Promise.resolve() },
      personalData: { erase: () => Promise.resolve() },
      retention: { conversationDays: 30, unansweredDays: 90, backupDays: 0 },
      report: (failure) => {
        throw new Error(`the turn failed: ${JSON.stringify(failure)}`);
      },
      now: () => clock,
      ...overrides,
    });
  let assistant = start();

  return () => {
    const envelope = envelopeOf(`conversation ${(conversations += 1)}`);
    const send = async (activity: Partial<Activity>): Promise<HeardReply[]> => {
      clock += 1000;
      const adapter = new TerminalAdapter();
      adapter.onTurnError = (context, error) => assistant.onTurnError(context, error);
      const sent = await adapter.run({ ...envelope, ...activity }, (context) => assistant.bot.run(context));
      return sent.map(replyOf).map((reply) => ({
        ...reply,
        text: plainTextOf(reply),
        buttons: reply.choices.map(({ title }) => title),
      }));
    };
    return {
      send,
      join: () => send({ type: ActivityTypes.ConversationUpdate, membersAdded: [BOT, PATIENT] }),
      say: (message) => send({ type: ActivityTypes.Message, ...contentOf(message) }),
      edit: (message) => send({ type: ActivityTypes.MessageUpdate, ...contentOf(message) }),
      wait(minutes) {
        clock += minutes * MINUTE;
        return Promise.resolve();
      },
      restart() {
        assistant = start();
        return Promise.resolve();
      },
    };
  };
}

function envelopeOf(conversation: string): Partial<Activity> {
  return {
    channelId: 'test',
    conversation: { id: conversation, isGroup: false, conversationType: 'personal', name: '' },
    from: PATIENT,
    recipient: BOT,
  };
}

/** A message as channels send it: stickers are known by the channel's own data. */
export function contentOf({ text, extras }: Said): Partial<Activity> {
  if (extras === 'none') return { text };
  const attachments = [{ contentType: 'image/png', contentUrl: 'https://example.com/a.png' }];
  return { text, attachments, ...(extras === 'sticker' ? { channelData: { message: { sticker: {} } } } : {}) };
}
