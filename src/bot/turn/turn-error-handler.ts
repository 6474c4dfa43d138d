import type { TurnContext } from 'botbuilder';
import type { ChannelOf } from './channel';
import { composePlain } from '../reply/compose-plain';
import type { ComposeDependencies } from '../reply/compose-dependencies';
import { hasSpoken } from '../memory/outbox';
import { describeFailure } from './turn-failure';
import type { ReportFailure } from './turn-failure';
import type { AnswerWithoutStorage, BareKind } from './turn-without-storage';

/** What an unforeseen failure is handled with. */
export interface TurnErrorDependencies {
  readonly compose: ComposeDependencies;
  readonly channelOf: ChannelOf;
  readonly report: ReportFailure;
  readonly answerWithoutStorage: AnswerWithoutStorage;
  /** Whether an error means that the database cannot be reached: then what needs no memory is answered all the same. */
  readonly isStorageTrouble: (error: unknown) => boolean;
  /** Told what was said in place of the turn. */
  readonly onBareAnswer?: ((kind: BareKind) => void) | undefined;
}

/**
 * For an adapter's `onTurnError`: takes note of the failure without the patient's words and apologises. Nothing of the
 * failed turn is saved, so that the conversation goes on where it was. Never throws.
 */
export function createTurnErrorHandler(dependencies: TurnErrorDependencies) {
  const { compose, channelOf, report, isStorageTrouble, answerWithoutStorage, onBareAnswer } = dependencies;
  const answer = (
    context: TurnContext,
    error: unknown,
  ): Pick<ReturnType<AnswerWithoutStorage>, 'kind' | 'activities'> => {
    if (isStorageTrouble(error)) return answerWithoutStorage(context.activity);
    const reply = composePlain('unknown', compose.knowledge.messages.errors.apology, [], compose);
    const { presenter } = channelOf(context.activity.channelId);
    return { kind: 'apology', activities: presenter.present(reply, context.activity) };
  };
  return async (context: TurnContext, error: unknown): Promise<void> => {
    report(describeFailure(error, context));
    try {
      // Who has the answer already is not told that there is none, though it was not kept.
      if (isStorageTrouble(error) && hasSpoken(context)) return;
      const { kind, activities } = answer(context, error);
      onBareAnswer?.(kind);
      await context.sendActivities([...activities]);
    } catch (second) {
      report(describeFailure(second, context));
    }
  };
}
