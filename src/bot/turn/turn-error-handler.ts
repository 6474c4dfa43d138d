import type { Activity, TurnContext } from 'botbuilder';
import type { ChannelOf } from './channel';
import { composePlain } from '../reply/compose-plain';
import type { ComposeDependencies } from '../reply/compose-dependencies';
import { hasSpoken } from '../memory/outbox';
import { describeFailure } from './turn-failure';
import type { ReportFailure } from './turn-failure';
import type { AnswerWithoutStorage } from './turn-without-storage';

/** What an unforeseen failure is handled with. */
export interface TurnErrorDependencies {
  readonly compose: ComposeDependencies;
  readonly channelOf: ChannelOf;
  readonly report: ReportFailure;
  readonly answerWithoutStorage: AnswerWithoutStorage;
  /** Whether an error means that the database cannot be reached: then what needs no memory is answered all the same. */
  readonly isStorageTrouble: (error: unknown) => boolean;
}

/**
 * For an adapter's `onTurnError`: takes note of the failure without the patient's words and apologises. Nothing of the
 * failed turn is saved, so that the conversation goes on where it was. Never throws.
 */
export function createTurnErrorHandler(dependencies: TurnErrorDependencies) {
  const { compose, channelOf, report, isStorageTrouble, answerWithoutStorage } = dependencies;
  const answer = (context: TurnContext, error: unknown): readonly Partial<Activity>[] => {
    if (isStorageTrouble(error)) return answerWithoutStorage(context.activity).activities;
    const reply = composePlain('unknown', compose.knowledge.messages.errors.apology, [], compose);
    return channelOf(context.activity.channelId).presenter.present(reply, context.activity);
  };
  return async (context: TurnContext, error: unknown): Promise<void> => {
    report(describeFailure(error, context));
    try {
      // Who has the answer already is not told that there is none, though it was not kept.
      if (!(isStorageTrouble(error) && hasSpoken(context))) await context.sendActivities([...answer(context, error)]);
    } catch (second) {
      report(describeFailure(second, context));
    }
  };
}
