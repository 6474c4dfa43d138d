import type { TurnContext } from 'botbuilder';

/** The eligibility check as the turn sees it: a conversation flow that takes messages while it runs. */
export interface EligibilityCheck {
  isRunning(context: TurnContext): Promise<boolean>;
  begin(context: TurnContext): Promise<CheckResult>;
  /** The message of this turn is for the check. */
  continue(context: TurnContext): Promise<CheckResult>;
  /** Says the present step again, after something else was said. */
  reprompt(context: TurnContext): Promise<void>;
  /** Ends it without a word; its answers are gone. */
  cancel(context: TurnContext): Promise<void>;
  /** Whether a text would answer the present step. */
  readsAsAnswer(context: TurnContext, text: string): Promise<boolean>;
}

/** What is left for the turn to do after the check has spoken. */
export type CheckResult = { readonly kind: 'said' } | { readonly kind: 'urgent' } | { readonly kind: 'person' } | { readonly kind: 'expired' };
