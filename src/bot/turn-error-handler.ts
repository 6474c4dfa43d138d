import type { TurnContext } from 'botbuilder';
import type { ChannelOf } from './channel';
import { composePlain } from './compose-plain';
import type { ComposeDependencies } from './compose-dependencies';
import { describeFailure } from './turn-failure';
import type { ReportFailure } from './turn-failure';

/** What an unforeseen failure is handled with. */
export interface TurnErrorDependencies {
  readonly compose: ComposeDependencies;
  readonly channelOf: ChannelOf;
  readonly report: ReportFailure;
  /** Whether an error means that the database cannot be reached: then the patient is told what that means. */
  readonly isStorageTrouble: (error: unknown) => boolean;
}

/**
 * For an adapter's `onTurnError`: takes note of the failure without the patient's words and apologises. Nothing of the
 * failed turn is saved, so that the conversation goes on where it was. Never throws.
 */
export function createTurnErrorHandler({ compose, channelOf, report, isStorageTrouble }: TurnErrorDependencies) {
  return async (context: TurnContext, error: unknown): Promise<void> => {
    report(describeFailure(error, context));
    try {
      const { apology, storageTrouble } = compose.knowledge.messages.errors;
      const reply = composePlain('unknown', isStorageTrouble(error) ? storageTrouble : apology, [], compose);
      await context.sendActivities(channelOf(context.activity.channelId).presenter.present(reply, context.activity));
    } catch (second) {
      report(describeFailure(second, context));
    }
  };
}
