import type { TurnContext } from 'botbuilder';
// Deep paths: the package's index also loads its prompts and recognizers, 200 more modules and about 0.4 s at start
// (measured on two slow cores: 1.0 s against 0.55 s, most of which botbuilder-core takes anyway).
import { Dialog } from 'botbuilder-dialogs/lib/dialog';
import type { DialogInstance, DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { Given } from '../src/eligibility/answer';
import type { CheckState, End, Prompt, Turned } from '../src/eligibility/check-state';
import type { CheckEvent, CheckFlow } from '../src/eligibility/flow';
import { readButtonData, readCheckState } from '../src/eligibility/read-check-state';

/** The dialog's name in the dialog stack. */
export const ELIGIBILITY_DIALOG = 'eligibility';

/** What the check begins with. */
export interface BeginOptions {
  /** Answers to what was told before. */
  readonly given: readonly Given[];
  /** Said before the consent is asked. */
  readonly first?: string | undefined;
}

/** What the dialog keeps between turns. */
export interface EligibilityDialogState {
  check?: CheckState;
}

export interface EligibilityDialogDependencies {
  readonly flow: CheckFlow;
  /** Says something in the conversation. */
  readonly say: (context: TurnContext, prompt: Prompt) => Promise<void> | void;
  /** What the person typed, without mentions. */
  readonly textOf: (context: TurnContext) => string;
  /** What the message tells about any question of the check. */
  readonly toldIn: (text: string) => readonly Given[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A name no check has had: the buttons of different checks are told apart by it. */
  readonly newRun: () => string;
}

/** The eligibility check as a dialog: it carries events to the flow, keeps its state, and says what the flow says. */
export class EligibilityDialog extends Dialog {
  constructor(private readonly dependencies: EligibilityDialogDependencies) {
    super(ELIGIBILITY_DIALOG);
  }

  override async beginDialog(dialog: DialogContext, told?: BeginOptions): Promise<DialogTurnResult> {
    const { flow, newRun, now } = this.dependencies;
    return this.heed(dialog, flow.begin(newRun(), now(), told?.given, told?.first));
  }

  override async continueDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    const { flow } = this.dependencies;
    const state = readCheckState(keptBy(dialog.activeDialog).check);
    return state === undefined
      ? dialog.endDialog({ kind: 'expired' } satisfies End)
      : this.heed(dialog, flow.turn(state, this.eventOf(dialog.context)));
  }

  /** Asks the same step again, after something else was said. */
  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const { flow, now } = this.dependencies;
    const kept = keptBy(instance);
    const state = readCheckState(kept.check);
    if (state === undefined) return;
    const turned = flow.turn(state, { kind: 'interrupted', at: now() });
    if (turned.kind === 'going') kept.check = turned.state;
    await this.sayAll(context, turned);
  }

  private eventOf(context: TurnContext): CheckEvent {
    const { now, textOf, toldIn } = this.dependencies;
    const button = readButtonData(context.activity.value);
    return button === undefined
      ? { kind: 'reply', text: textOf(context), at: now(), told: toldIn(textOf(context)) }
      : { kind: 'pressed', button, at: now() };
  }

  private async heed(dialog: DialogContext, turned: Turned): Promise<DialogTurnResult> {
    await this.sayAll(dialog.context, turned);
    if (turned.kind === 'ended') return dialog.endDialog(turned.end);
    keptBy(dialog.activeDialog).check = turned.state;
    return Dialog.EndOfTurn;
  }

  private async sayAll(context: TurnContext, { prompts }: Turned): Promise<void> {
    for (const prompt of prompts) await this.dependencies.say(context, prompt);
  }
}

function keptBy(instance: DialogInstance | undefined): EligibilityDialogState {
  return (instance?.state ?? {}) as EligibilityDialogState;
}
