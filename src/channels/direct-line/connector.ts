import type { Activity, ResourceResponse } from 'botbuilder';
import type { ConnectorClient, ConnectorFactory } from 'botframework-connector';
import type { ConversationLog, Draft, LoggedActivity, LoggedConversation } from './conversation-log';
import type { Party } from './party';
import { isVisible } from './visible';

/** What a connector needs to carry a turn's replies to the log. */
export interface ConnectorDependencies {
  readonly log: Pick<ConversationLog, 'append' | 'replace' | 'deleteActivity'>;
  readonly conversation: LoggedConversation;
  readonly bot: Party;
  /** What the bot answers. */
  readonly trigger: LoggedActivity;
  /** Shows an activity that is not kept, such as typing. */
  readonly show: (conversationId: string, activity: Readonly<Record<string, unknown>>) => void;
}

const NOT_KEPT: ResourceResponse = { id: '' };

/**
 * The way from a turn of the bot to the conversation: the four calls an adapter makes on a connector, onto the log
 * instead of the network. Replies are named after what they answer, so that a turn which is run again after a crash
 * does not say twice what it had said already.
 */
export function createConnectorFactory(dependencies: ConnectorDependencies): ConnectorFactory {
  const conversations = createConversations(dependencies);
  // The adapter reads nothing but `conversations` of a connector.
  const client = { conversations } as unknown as ConnectorClient;
  return { create: () => Promise.resolve(client) };
}

/** The calls of a connector an adapter makes. */
export interface ConnectorConversations {
  sendToConversation(conversationId: string, activity: Partial<Activity>): Promise<ResourceResponse>;
  replyToActivity(conversationId: string, activityId: string, activity: Partial<Activity>): Promise<ResourceResponse>;
  updateActivity(
    conversationId: string,
    activityId: string,
    activity: Partial<Activity>,
  ): Promise<ResourceResponse | undefined>;
  deleteActivity(conversationId: string, activityId: string): Promise<void>;
}

function createConversations(dependencies: ConnectorDependencies): ConnectorConversations {
  const { log, conversation, trigger, show } = dependencies;
  let replies = 0;

  const check = (conversationId: string): void => {
    if (conversationId !== conversation.id) throw new Error('A turn can only speak in its own conversation.');
  };
  const send = async (conversationId: string, activity: Partial<Activity>): Promise<ResourceResponse> => {
    check(conversationId);
    if (!isVisible(activity)) return NOT_KEPT;
    const outgoing = readOutgoing(activity, dependencies);
    if (activity.type === 'typing') {
      show(conversation.id, outgoing);
      return NOT_KEPT;
    }
    replies += 1;
    const key = `reply ${replies} to ${trigger.id}`;
    const { entry } = await log.append(conversation.id, { activity: outgoing, key, needsTurn: false });
    return { id: entry.activity.id };
  };

  return {
    sendToConversation: send,
    replyToActivity: (conversationId, _activityId, activity) => send(conversationId, activity),
    async updateActivity(conversationId, activityId, activity) {
      check(conversationId);
      const entry = await log.replace(conversation.id, activityId, readOutgoing(activity, dependencies));
      return entry && { id: entry.activity.id };
    },
    async deleteActivity(conversationId, activityId) {
      check(conversationId);
      await log.deleteActivity(conversation.id, activityId);
    },
  };
}

/** What the bot said, as the client is to see it. */
function readOutgoing(
  activity: Partial<Activity>,
  { conversation, bot, trigger }: ConnectorDependencies,
): Draft['activity'] {
  const { id: _id, timestamp: _timestamp, replyToId, serviceUrl: _url, callerId: _caller, ...said } = activity;
  // Web Chat holds back for five seconds what answers an activity it does not have.
  const isKnown = replyToId === trigger.id && trigger.type === 'message';
  return {
    ...said,
    type: activity.type ?? 'message',
    channelId: 'directline',
    conversation: { id: conversation.id },
    from: { ...bot, role: 'bot' },
    recipient: { id: conversation.userId },
    ...(isKnown && { replyToId }),
  };
}
