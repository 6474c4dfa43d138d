import { BotAdapter, TurnContext } from 'botbuilder';
import type { Activity, ResourceResponse } from 'botbuilder';
import type { AgentsContext } from './agents-hosting';

const OUTER = Symbol('turn of the new SDK');

/** Runs the assistant's turns within turns of the new SDK: what the assistant does not deliver itself goes out through that. */
export class BridgeAdapter extends BotAdapter {
  async run(outer: AgentsContext, turn: (context: TurnContext) => Promise<void>): Promise<void> {
    const context = new TurnContext(this, readActivity(outer.activity));
    context.turnState.set(OUTER, outer);
    await this.runMiddleware(context, turn);
    // Replies that go into the response wait in the turn.
    if (context.bufferedReplyActivities.length > 0) await outer.sendActivities(context.bufferedReplyActivities);
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const sent = await context.turnState.get<AgentsContext | undefined>(OUTER)?.sendActivities(activities);
    return activities.map((_, at) => ({ id: sent?.[at]?.id ?? '' }));
  }

  override updateActivity(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  override deleteActivity(): Promise<void> {
    return Promise.resolve();
  }

  override continueConversation(): Promise<void> {
    return Promise.reject(new Error('Nothing continues a conversation here.'));
  }

  override continueConversationAsync(): Promise<void> {
    return this.continueConversation();
  }
}

/** The new SDK keeps the channel under a name of its own, and times as dates; both are what the assistant knows again. */
function readActivity(activity: object): Partial<Activity> {
  const { _channelId: channelId, ...rest } = activity as Partial<Activity> & { readonly _channelId?: string };
  return { ...rest, ...(channelId !== undefined && { channelId }) };
}
