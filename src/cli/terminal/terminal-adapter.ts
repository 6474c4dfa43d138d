import { ActivityTypes, BotAdapter, TurnContext } from 'botbuilder';
import type { Activity, ResourceResponse } from 'botbuilder';

/** A channel without a wire: activities go in by a call, replies come back from it. */
export class TerminalAdapter extends BotAdapter {
  readonly #sent: Partial<Activity>[] = [];
  #count = 0;

  /** Runs one turn; gives what the bot sent in it. */
  async run(
    activity: Partial<Activity>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<readonly Partial<Activity>[]> {
    const context = new TurnContext(this, activity);
    await this.runMiddleware(context, logic);
    return this.#sent.splice(0);
  }

  override sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    this.#sent.push(...activities.filter(({ type }) => type === ActivityTypes.Message));
    return Promise.resolve(activities.map(() => ({ id: String((this.#count += 1)) })));
  }

  override updateActivity(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  override deleteActivity(): Promise<void> {
    return Promise.resolve();
  }

  override continueConversation(): Promise<void> {
    return Promise.reject(new Error('The terminal has no conversations to continue.'));
  }

  override continueConversationAsync(): Promise<void> {
    return this.continueConversation();
  }
}
