import { ConversationState, MemoryStorage, TestAdapter, TurnContext, type Activity } from 'botbuilder';
import type { DialogState } from 'botbuilder-dialogs';
import {
  createEligibilityDialogs,
  type DialogsResult,
  type EligibilityDialogs,
} from '../../dialogs/create-eligibility-dialogs';
import type { Prompt } from '../../src/eligibility/check-state';
import { loadCheckContent } from '../eligibility/check-content';

const content = loadCheckContent();
const MINUTE = 60_000;

/** What one turn said and left to do. */
export interface TurnSeen {
  readonly result: DialogsResult | undefined;
  readonly prompts: readonly Prompt[];
  readonly text: string;
}

type Deed = (dialogs: EligibilityDialogs, context: TurnContext) => Promise<DialogsResult | undefined>;

/** A conversation over botbuilder's own state; every turn loads it from the storage and saves it, as a bot does. */
export class Conversation {
  readonly storage = new MemoryStorage();
  private program = this.start();
  private clock = Date.UTC(2026, 5, 1);
  private runs = 0;
  private said: Prompt[] = [];

  begin = (): Promise<TurnSeen> => this.turn({}, (dialogs, context) => dialogs.begin(context));
  say = (text: string): Promise<TurnSeen> => this.turn({ text }, (dialogs, context) => dialogs.continue(context));
  reprompt = (): Promise<TurnSeen> => this.turn({}, (dialogs, context) => nothing(dialogs.reprompt(context)));
  cancel = (): Promise<TurnSeen> => this.turn({}, (dialogs, context) => nothing(dialogs.cancel(context)));

  /** Presses a button of a card: its value arrives as text, its data beside it. */
  press(title: string, from: TurnSeen): Promise<TurnSeen> {
    const choice = from.prompts.flatMap(({ choices }) => choices).find((each) => each.title === title);
    const value = { ...choice?.data, msteams: { type: 'messageBack' } };
    return this.turn({ text: choice?.value ?? '', value }, (dialogs, context) => dialogs.continue(context));
  }

  async ask<Answer>(
    question: (dialogs: EligibilityDialogs, context: TurnContext) => Promise<Answer>,
    activity: Partial<Activity> = {},
  ): Promise<Answer> {
    let answer: Answer | undefined;
    await this.turn(activity, async (dialogs, context) => {
      answer = await question(dialogs, context);
      return undefined;
    });
    return answer as Answer;
  }

  isRunning = (): Promise<boolean> => this.ask((dialogs, context) => dialogs.isRunning(context));
  reads = (text: string): Promise<boolean> =>
    this.ask(async (dialogs, context) => (await dialogs.hear(context, text)) !== 'nothing');

  wait(minutes: number): void {
    this.clock += minutes * MINUTE;
  }

  /** Everything the storage holds, as text. */
  get stored(): string {
    return JSON.stringify(this.storage);
  }

  /** Ends the program and starts it again: only the storage remains. */
  restart(): void {
    this.program = this.start();
  }

  private start() {
    const state = new ConversationState(this.storage);
    const dialogs = createEligibilityDialogs({
      ...content,
      accessor: state.createProperty<DialogState>('eligibility'),
      say: (_context, prompt) => {
        this.said.push(prompt);
      },
      textOf: ({ activity: { text } }) => text,
      now: () => this.clock,
      newRun: () => `run-${(this.runs += 1)}`,
    });
    return { state, dialogs };
  }

  /** One turn: the state is loaded, the deed done, the state saved. */
  async turn(activity: Partial<Activity>, deed: Deed): Promise<TurnSeen> {
    this.said = [];
    const { state, dialogs } = this.program;
    const context = new TurnContext(new TestAdapter(() => Promise.resolve()), {
      type: 'message',
      channelId: 'test',
      conversation: { id: 'c' },
      from: { id: 'patient' },
      text: '',
      ...activity,
    } as Partial<Activity>);
    const result = await deed(dialogs, context);
    await state.saveChanges(context);
    return { result, prompts: this.said, text: this.said.map(({ text }) => text).join('\n') };
  }
}

async function nothing(work: Promise<void>): Promise<undefined> {
  await work;
  return undefined;
}
