import type { Activity, ResourceResponse } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { ActivityBody, ConversationLog, KeptActivity, KeptConversation } from '../../bot/ports/conversation-log';
import type { Party } from './party';
import { isVisible } from './visible';

/** What a connector needs to carry replies to the log. */
export interface ConnectorDependencies {
  readonly log: Pick<ConversationLog, 'append' | 'replace' | 'deleteActivity'>;
  readonly party: Party;
  /** Shows an activity that is not kept, such as typing. */
  readonly show: (conversationId: string, activity: ActivityBody) => void;
}

/** A turn of the bot. */
export interface Turn {
  readonly conversation: KeptConversation;
  /** What the bot answers. */
  readonly trigger: KeptActivity;
}

const NOT_KEPT: ResourceResponse = { id: '' };

/**
 * The way from a turn of the bot to the conversation: the four calls an adapter makes on a connector, onto the log
 * instead of the network. Replies are named after what they answer, so that a turn which is run again after a crash
 * does not say twice what it had said already.
 */
export function createConnector({ log, party, show }: ConnectorDependencies, turn: Turn): ConnectorClient {
  const { conversation, trigger } = turn;
  let replies = 0;

  const check = (conversationId: string): void => {
    if (conversationId !== conversation.id) throw new Error('A turn can only speak in its own conversation.');
  };
  const send = async (conversationId: string, activity: Partial<Activity>): Promise<ResourceResponse> => {
    check(conversationId);
    if (!isVisible(activity)) return NOT_KEPT;
    const outgoing = readOutgoing(activity, party, turn);
    if (outgoing.type === 'typing') {
      show(conversationId, { ...outgoing, id: `${conversationId}|typing`, timestamp: new Date().toISOString() });
      return NOT_KEPT;
    }
    replies += 1;
    const key = `reply ${replies} to ${trigger.id}`;
    const { entry } = await log.append(conversationId, { activity: outgoing, key, needsTurn: false });
    return { id: entry.activity.id };
  };

  const conversations = {
    sendToConversation: send,
    replyToActivity: (conversationId: string, _activityId: string, activity: Partial<Activity>) =>
      send(conversationId, activity),
    async updateActivity(conversationId: string, activityId: string, activity: Partial<Activity>) {
      check(conversationId);
      const entry = await log.replace(conversationId, activityId, readOutgoing(activity, party, turn));
      return entry && { id: entry.activity.id };
    },
    async deleteActivity(conversationId: string, activityId: string) {
      check(conversationId);
      await log.deleteActivity(conversationId, activityId);
    },
  };
  // An adapter reads nothing but `conversations` of a connector.
  return { conversations } as unknown as ConnectorClient;
}

/** What the bot said, as the client is to see it. */
function readOutgoing(activity: Partial<Activity>, party: Party, { conversation, trigger }: Turn): ActivityBody {
  const said: Partial<Activity> = { ...activity };
  delete said.id;
  delete said.timestamp;
  delete said.serviceUrl;
  delete said.callerId;
  // Web Chat holds back for five seconds what answers an activity it does not have.
  if (said.replyToId !== trigger.id || trigger.type !== 'message') delete said.replyToId;
  return {
    ...said,
    type: activity.type ?? 'message',
    channelId: 'directline',
    conversation: { id: conversation.id },
    from: { ...party, role: 'bot' },
    recipient: { id: conversation.userId },
  };
}
