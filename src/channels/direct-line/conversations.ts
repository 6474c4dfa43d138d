import type { ConversationLog, KeptConversation } from '../../bot/ports/conversation-log';
import type { Party } from './party';
import type { TokenHolder } from './tokens';
import type { Turns } from './turns';

/** Conversations and how they begin and end. */
export interface Conversations {
  /** The conversation of a token, kept; undefined if it never began, or is kept no longer. */
  find(holder: TokenHolder): Promise<KeptConversation | undefined>;
  /** Begins a conversation: the bot is told once who takes part, and so welcomes once, however often this is called. */
  begin(holder: TokenHolder, locale?: string): Promise<void>;
  /** Forgets everything said in it, and what the bot remembers of it. */
  forget(holder: TokenHolder): Promise<void>;
  /** True when no more conversations can be kept. */
  isFull(): Promise<boolean>;
}

/** A person in a conversation of this channel. */
export interface Person {
  readonly channelId: 'directline';
  readonly conversationId: string;
  readonly userId: string;
}

interface Dependencies {
  readonly log: Pick<ConversationLog, 'create' | 'find' | 'count' | 'append' | 'touch'>;
  readonly turns: Pick<Turns, 'wake' | 'settled'>;
  readonly party: Party;
  /** Most conversations kept. */
  readonly most: number;
  /** Deletes what is kept of a person in a conversation, said and remembered. */
  readonly erase: (person: Person) => Promise<void>;
}

export function createConversations({ log, turns, party, most, erase }: Dependencies): Conversations {
  return {
    async find({ user, conversation }) {
      const found = await log.find(conversation);
      return found?.userId === user ? found : undefined;
    },
    async begin({ user, conversation }, locale) {
      await log.create({ id: conversation, userId: user, locale });
      const activity = {
        type: 'conversationUpdate',
        membersAdded: [party, { id: user }],
        ...(locale !== undefined && { locale }),
      };
      const { isNew } = await log.append(conversation, { activity, key: 'begin', needsTurn: true });
      if (isNew) turns.wake(conversation);
      else await log.touch(conversation);
    },
    async forget({ user, conversation }) {
      // What a turn under way would save must not outlive the deletion.
      await turns.settled(conversation);
      await erase({ channelId: 'directline', conversationId: conversation, userId: user });
    },
    isFull: async () => (await log.count()) >= most,
  };
}
