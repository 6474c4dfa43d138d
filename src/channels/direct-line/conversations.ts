import type { ConversationLog, LoggedConversation } from './conversation-log';
import type { Party } from './party';
import type { TokenHolder } from './tokens';
import type { Turns } from './turns';

/** Conversations and how they begin and end. */
export interface Conversations {
  /** The conversation of a token, kept; undefined if it never began, or is kept no longer. */
  find(holder: TokenHolder): Promise<LoggedConversation | undefined>;
  /** Begins a conversation, once: the bot is told once who takes part, and so welcomes once. */
  begin(holder: TokenHolder, locale?: string): Promise<LoggedConversation>;
  /** Forgets everything said in it, and what the bot remembers of it. */
  forget(holder: TokenHolder): Promise<void>;
  /** True when no more conversations can be kept. */
  isFull(): Promise<boolean>;
}

interface Dependencies {
  readonly log: Pick<ConversationLog, 'create' | 'find' | 'count' | 'remove' | 'append'>;
  readonly turns: Pick<Turns, 'wake' | 'settled'>;
  readonly bot: Party;
  /** Most conversations kept. */
  readonly most: number;
  /** Deletes what the bot remembers of a conversation. */
  readonly forgetState: (conversation: { readonly id: string; readonly userId: string }) => Promise<void>;
}

export function createConversations({ log, turns, bot, most, forgetState }: Dependencies): Conversations {
  const find = async ({ user, conversation }: TokenHolder): Promise<LoggedConversation | undefined> => {
    const found = await log.find(conversation);
    return found?.userId === user ? found : undefined;
  };
  return {
    find,
    async begin(holder, locale) {
      const conversation: LoggedConversation = { id: holder.conversation, userId: holder.user, locale };
      await log.create(conversation);
      const activity = {
        type: 'conversationUpdate',
        membersAdded: [bot, { id: conversation.userId }],
        ...(locale !== undefined && { locale }),
      };
      const { isNew } = await log.append(conversation.id, { activity, key: 'begin', needsTurn: true });
      if (isNew) turns.wake(conversation.id);
      return conversation;
    },
    async forget({ user, conversation }) {
      // What a turn under way would save must not outlive the deletion.
      await turns.settled(conversation);
      await forgetState({ id: conversation, userId: user });
      await log.remove(conversation);
    },
    isFull: async () => (await log.count()) >= most,
  };
}
