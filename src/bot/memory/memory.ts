import { ConversationState, PrivateConversationState } from 'botbuilder';
import type { StatePropertyAccessor, Storage, TurnContext } from 'botbuilder';
import { recallSession } from './session';
import type { Session, SessionSettings } from './session';
import { isPublic } from '../understand/is-public';
import { withoutThread } from '../understand/thread';

/** What is kept between turns: for each person in a conversation, and for the conversation. */
export interface Memory {
  /** State of one person in one conversation, for whoever keeps more there (the eligibility check). */
  property<Value>(name: string): StatePropertyAccessor<Value>;
  recall(context: TurnContext, now: number): Promise<Session>;
  remember(context: TurnContext, session: Session): Promise<void>;
  /** True the first time it is asked in a conversation; remembered. */
  greetsFirstTime(context: TurnContext): Promise<boolean>;
  save(context: TurnContext): Promise<void>;
  /** Deletes everything kept for this person and this conversation. Nothing of this turn is saved after it. */
  forget(context: TurnContext): Promise<void>;
}

/** Creates the memory over any botbuilder storage. */
export function createMemory(storage: Storage, settings: SessionSettings): Memory {
  const personal = new PersonalState(storage);
  const common = new CommonState(storage);
  const sessions = personal.createProperty<Session | undefined>('session');
  const greetings = common.createProperty<boolean>('greeted');
  return {
    property: (name) => personal.createProperty(name),
    recall: async (context, now) => recallSession(await sessions.get(context), now, settings),
    remember: (context, session) => sessions.set(context, session),
    async greetsFirstTime(context) {
      if (await greetings.get(context, false)) return false;
      await greetings.set(context, true);
      return true;
    },
    async save(context) {
      if (personal.get(context) !== undefined) await personal.saveChanges(context);
      if (common.get(context) !== undefined) await common.saveChanges(context);
    },
    async forget(context) {
      await personal.delete(context);
      await common.delete(context);
    },
  };
}

class PersonalState extends PrivateConversationState {
  override getStorageKey(context: TurnContext): string | undefined {
    return keyWithoutThread(super.getStorageKey(context), context);
  }
}

class CommonState extends ConversationState {
  override getStorageKey(context: TurnContext): string | undefined {
    return keyWithoutThread(super.getStorageKey(context), context);
  }
}

/** A thread within a chat of two is the same talk of the same two; in a channel each thread is one of its own. */
function keyWithoutThread(key: string | undefined, { activity }: TurnContext): string | undefined {
  return key === undefined || isPublic(activity) ? key : withoutThread(key);
}
