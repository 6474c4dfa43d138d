import { ActivityTypes } from 'botbuilder';
import type { Activity, MemoryStorage } from 'botbuilder';
import type { Assistant } from '../../bot/turn/create-assistant';
import type { Reply } from '../../bot/reply/reply';
import { TerminalAdapter } from './terminal-adapter';
import { TERMINAL, replyOf } from './terminal-channel';

/** A conversation with the assistant in this process. */
export interface TerminalConversation {
  /** Comes in; gives the welcome. */
  join(): Promise<readonly Reply[]>;
  /** Says something; gives the replies. */
  say(text: string): Promise<readonly Reply[]>;
  /** Goes on as somebody new, of whom nothing is known. */
  leave(): Promise<void>;
}

const BOT = { id: 'assistant', name: '' };
const PERSON = { id: 'person', name: '' };

/** Creates a conversation. Nothing of it is kept anywhere but in the memory given. */
export function createTerminalConversation(
  { bot, onTurnError }: Pick<Assistant, 'bot' | 'onTurnError'>,
  storage: Pick<MemoryStorage, 'delete'>,
): TerminalConversation {
  const adapter = new TerminalAdapter();
  adapter.onTurnError = onTurnError;
  const run = async (activity: Partial<Activity>): Promise<readonly Reply[]> => {
    const sent = await adapter.run({ ...envelope(), ...activity }, (context) => bot.run(context));
    return sent.map(replyOf);
  };
  return {
    join: () => run({ type: ActivityTypes.ConversationUpdate, membersAdded: [BOT, PERSON] }),
    say: (text) => run({ type: ActivityTypes.Message, text }),
    leave: () =>
      storage.delete([
        `${TERMINAL}/conversations/${TERMINAL}/users/${PERSON.id}/`,
        `${TERMINAL}/conversations/${TERMINAL}/`,
      ]),
  };
}

function envelope(): Partial<Activity> {
  return {
    channelId: TERMINAL,
    serviceUrl: 'urn:terminal',
    conversation: { id: TERMINAL, isGroup: false, conversationType: 'personal', name: '' },
    from: PERSON,
    recipient: BOT,
    timestamp: new Date(),
  };
}
