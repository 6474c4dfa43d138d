import type { Given } from '../../src/eligibility/answer';
import type { CheckState, Turned } from '../../src/eligibility/check-state';
import { createCheckFlow, type CheckEvent, type CheckFlow } from '../../src/eligibility/flow';
import { createAnswerReader } from '../../src/eligibility/read-answer';
import type { Eligibility } from '../../src/knowledge/schema/eligibility';
import { loadCheckContent } from './check-content';

const { rules, messages, vocabulary } = loadCheckContent();
export { messages, rules };
/** Milliseconds. */
const MINUTE = 60_000;

/** How a check over such questions goes. */
export function flowOf(content: Eligibility) {
  return createCheckFlow({
    rules: content,
    messages,
    readAnswer: createAnswerReader({ rules: content, vocabulary }),
    idleMinutes: 30,
  });
}

/** … over the shipped ones. */
export const shipped = flowOf(rules);

/** One check, talked to; its clock goes on by a minute a turn. */
export class Talk {
  private clock = Date.UTC(2026, 5, 1);
  private readonly flow: CheckFlow;
  turned: Turned;

  constructor(content: Eligibility = rules) {
    this.flow = content === rules ? shipped : flowOf(content);
    this.turned = this.flow.begin('run', this.clock);
  }

  get state(): CheckState {
    if (this.turned.kind !== 'going') throw new Error('the check is over');
    return this.turned.state;
  }

  get text(): string {
    return this.turned.prompts.map(({ text }) => text).join('\n---\n');
  }

  get titles(): readonly string[] {
    return this.turned.prompts.at(-1)?.choices.map(({ title }) => title) ?? [];
  }

  say(...texts: string[]): this {
    for (const text of texts) this.event({ kind: 'reply', text, at: (this.clock += MINUTE) });
    return this;
  }

  /** Says something that tells answers to other questions too. */
  tell(text: string, ...told: readonly Given[]): this {
    return this.event({ kind: 'reply', text, at: (this.clock += MINUTE), told });
  }

  press(title: string, from: Turned = this.turned): this {
    const button = from.prompts.flatMap(({ choices }) => choices).find((choice) => choice.title === title)?.data;
    if (button === undefined) throw new Error(`no button ${title}`);
    return this.event({ kind: 'pressed', button, at: (this.clock += MINUTE) });
  }

  wait(minutes: number): this {
    this.clock += minutes * MINUTE;
    return this;
  }

  interrupt(): this {
    return this.event({ kind: 'interrupted', at: (this.clock += MINUTE) });
  }

  /** Answers the questions still open with no. */
  noToTheRest(): this {
    while (this.turned.kind === 'going' && this.state.step !== 'summary') this.say('لا');
    return this;
  }

  private event(event: CheckEvent): this {
    this.turned = this.flow.turn(this.state, event);
    return this;
  }
}

/** A check whose first question stands open. */
export const atFirstQuestion = (content?: Eligibility) => new Talk(content).say('موافق', 'لا');
