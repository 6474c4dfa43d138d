import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet';
import { DialogTurnStatus } from 'botbuilder-dialogs/lib/dialog';
import type { DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import type { DialogState } from 'botbuilder-dialogs/lib/dialogContext';
import type { Given } from '../src/eligibility/answer';
import type { CheckMessages } from '../src/eligibility/check-messages';
import type { CheckState, End, KeptOutcome, Prompt } from '../src/eligibility/check-state';
import { createCheckFlow } from '../src/eligibility/flow';
import { createAnswerReader } from '../src/eligibility/read-answer';
import { createControlReader } from '../src/eligibility/read-control';
import { readButtonData, readCheckState } from '../src/eligibility/read-check-state';
import type { Heard, ReplyVocabulary } from '../src/eligibility/reading';
import type { Eligibility } from '../src/knowledge/schema/eligibility';
import type { BeginOptions, EligibilityDialogState } from './eligibility-dialog';
import { ELIGIBILITY_DIALOG, EligibilityDialog } from './eligibility-dialog';

/**
 * Minutes without a reply after which a check is over and its answers are gone. A longer time forgives slower people; a
 * shorter one leaves health answers in the state for less long. Thirty: long enough to look for the name of a medicine.
 */
const IDLE_MINUTES = 30;

export interface EligibilityDialogsDependencies {
  readonly rules: Eligibility;
  /** messages.yaml, section eligibility. */
  readonly messages: CheckMessages;
  readonly vocabulary: ReplyVocabulary;
  /** Where the state of the person in the conversation is kept. The caller saves it at the end of the turn. */
  readonly accessor: StatePropertyAccessor<DialogState>;
  /** Says something in the conversation. */
  readonly say: (context: TurnContext, prompt: Prompt) => Promise<void> | void;
  /** What the person typed, without mentions. */
  readonly textOf: (context: TurnContext) => string;
  /** What a text tells about any question of the check. Default: nothing. */
  readonly toldIn?: (text: string) => readonly Given[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A name no check has had. */
  readonly newRun: () => string;
  /** Default {@link IDLE_MINUTES}. */
  readonly idleMinutes?: number;
}

/**
 * What is left to do after the check has spoken: nothing (`finished`: it came to an outcome); the urgent message; handing over to a person; or, when the
 * reply came too late, treating the message as one outside the check.
 */
export type DialogsResult =
  | { readonly kind: 'said'; readonly finished?: KeptOutcome }
  | { readonly kind: 'urgent' }
  | { readonly kind: 'person' }
  | { readonly kind: 'expired' };

/**
 * What a message is to the step that is open: an answer; a button of this or another step, which the check judges itself;
 * a command to the check (back, why, cancel …); or nothing the check reads.
 */
type HeardAs = 'answer' | 'button' | 'command' | 'nothing';

/** The eligibility check over a conversation's state, for callers that know nothing of dialogs. */
export interface EligibilityDialogs {
  isRunning(context: TurnContext): Promise<boolean>;
  /** Starts the check with what was told before; one that was running is forgotten. `first`: said before the consent. */
  begin(context: TurnContext, given?: readonly Given[], first?: string): Promise<DialogsResult>;
  /** The message of this turn, or the button it pressed, is for the check. */
  continue(context: TurnContext): Promise<DialogsResult>;
  /** Asks the present step again, after something else was said. */
  reprompt(context: TurnContext): Promise<void>;
  /** Ends it without a word; its answers are gone. */
  cancel(context: TurnContext): Promise<void>;
  /** What the message of this turn is to the present step; `text`: what it says. */
  hear(context: TurnContext, text: string): Promise<HeardAs>;
  /**
   * Says so when the message is for a check and none is running: a button of one that is over, or the words of one of its
   * controls. Changes nothing. False for any other message.
   */
  refuseWithoutCheck(context: TurnContext, text: string): Promise<boolean>;
}

const HEARD_AS = {
  answer: 'answer',
  skip: 'answer',
  agree: 'answer',
  show: 'answer',
  correct: 'answer',
  cancel: 'command',
  restart: 'command',
  person: 'command',
  why: 'command',
  explain: 'command',
  change: 'command',
  back: 'command',
  asks: 'nothing',
  unclear: 'nothing',
} as const satisfies Record<Heard['kind'], HeardAs>;

/** Creates the check's dialogs. Answers leave the state in the turn in which the check ends. */
export function createEligibilityDialogs(dependencies: EligibilityDialogsDependencies): EligibilityDialogs {
  const {
    rules,
    messages,
    vocabulary,
    accessor,
    say,
    now,
    toldIn = () => [],
    idleMinutes = IDLE_MINUTES,
  } = dependencies;
  const readAnswer = createAnswerReader({ rules, vocabulary });
  const flow = createCheckFlow({ rules, messages, readAnswer, idleMinutes });
  const isControl = createControlReader(messages);
  const dialogs = new DialogSet(accessor).add(new EligibilityDialog({ toldIn: () => [], ...dependencies, flow }));

  return {
    async isRunning(context) {
      return (await runningCheck(context)) !== undefined;
    },
    async begin(context, given = [], first) {
      await accessor.delete(context);
      const dialog = await dialogs.createContext(context);
      return settle(context, await dialog.beginDialog(ELIGIBILITY_DIALOG, { given, first } satisfies BeginOptions));
    },
    async continue(context) {
      const dialog = await dialogs.createContext(context);
      return settle(context, await dialog.continueDialog());
    },
    async reprompt(context) {
      const state = await runningCheck(context);
      if (state === undefined) return;
      const dialog = await dialogs.createContext(context);
      if (flow.isExpired(state, now())) await settle(context, await dialog.continueDialog());
      else await dialog.repromptDialog();
    },
    cancel: (context) => accessor.delete(context),
    async hear(context, text) {
      const state = await runningCheck(context);
      if (state === undefined || flow.isExpired(state, now())) return 'nothing';
      if (readButtonData(context.activity.value) !== undefined) return 'button';
      const heard = HEARD_AS[flow.read(state, text, now()).kind];
      return heard === 'nothing' && toldIn(text).length > 0 ? 'answer' : heard;
    },
    async refuseWithoutCheck(context, text) {
      const isButton = readButtonData(context.activity.value) !== undefined;
      if (!(isButton || isControl(text)) || (await runningCheck(context)) !== undefined) return false;
      await say(context, { text: isButton ? messages.endedButton : messages.noCheck, choices: [] });
      return true;
    },
  };

  async function runningCheck(context: TurnContext): Promise<CheckState | undefined> {
    const kept: Partial<DialogState> | undefined = await accessor.get(context);
    const top = kept?.dialogStack?.at(-1);
    return top?.id === ELIGIBILITY_DIALOG
      ? readCheckState((top.state as EligibilityDialogState | undefined)?.check)
      : undefined;
  }

  /** What a check that ended leaves to do. Its place in the state is deleted, not only emptied. */
  async function settle(context: TurnContext, turned: DialogTurnResult): Promise<DialogsResult> {
    if (turned.status === DialogTurnStatus.waiting) return { kind: 'said' };
    await accessor.delete(context);
    const end = turned.result as End | undefined;
    switch (end?.kind) {
      case 'urgent':
      case 'person':
      case 'expired':
        return { kind: end.kind };
      case 'finished':
        return { kind: 'said', finished: { outcome: end.outcome, reasons: end.reasons } };
      case 'declined':
      case 'cancelled':
      case 'gave-up':
        return { kind: 'said' };
      case undefined:
        // Nothing was running: the message is one like any other.
        return { kind: 'expired' };
      default:
        return end satisfies never;
    }
  }
}
