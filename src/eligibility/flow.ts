import type { Eligibility } from '../knowledge/schema/eligibility-shape';
import type { AnswerReader } from './read-answer';
import type { Heard, ReadingStep } from './reading';
import type { Given } from './answer';
import type { CheckMessages } from './check-messages';
import type { ButtonData, CheckState, Turned } from './check-state';
import { endEarly } from './end-early';
import { nextStep } from './given-answers';
import { createHeeder } from './heed-reply';
import { readButton } from './read-button';
import { isFixedStep } from './check-state';
import { currentItem, stepPrompt } from './step-prompts';
import { ended, going, startState } from './turns';

/** What happens to a running check. `at`: milliseconds since 1970. */
export type CheckEvent =
  /** `told`: answers to any questions that the reply tells by the way, as the reading of the whole message has them. */
  | { readonly kind: 'reply'; readonly text: string; readonly at: number; readonly told?: readonly Given[] }
  | { readonly kind: 'pressed'; readonly button: ButtonData; readonly at: number }
  /** Something else was said in between: the step is asked again. */
  | { readonly kind: 'interrupted'; readonly at: number };

/** The check as a pure state machine: every turn makes a new state out of the old one and what happened. */
export interface CheckFlow {
  /** Starts a check. `run` names it: something never used before. `first`: said before the consent is asked. */
  begin(run: string, at: number, told?: readonly Given[], first?: string): Turned;
  turn(state: CheckState, event: CheckEvent): Turned;
  /** Whether the last reply was so long ago that the check is over. */
  isExpired(state: CheckState, at: number): boolean;
  /** What a text would mean at the present step. */
  read(state: CheckState, text: string, at: number): Heard;
}

interface Dependencies {
  readonly rules: Eligibility;
  readonly messages: CheckMessages;
  readonly readAnswer: AnswerReader;
  /** A check without a reply for so long is over. */
  readonly idleMinutes: number;
}

const MINUTE = 60_000;

/** Makes the flow of the rules. Nothing in it knows which questions there are. */
export function createCheckFlow({ rules, messages, readAnswer, idleMinutes }: Dependencies): CheckFlow {
  const content = { rules, messages };
  const heed = createHeeder(content);

  return {
    begin: (run, at, told = [], first) =>
      endEarly(told, rules) ?? going(content, startState(run, at, told), first === undefined ? {} : { first }),
    turn(state, event) {
      if (isExpired(state, event.at)) return ended({ kind: 'expired' }, messages.expired);
      const current = { ...standing(state), at: event.at };
      if (event.kind === 'interrupted') return going(content, current);
      if (event.kind === 'reply') return heed(current, read(current, event.text, event.at), event.told);
      const { check, step, value } = event.button;
      return check === current.run && step === current.step
        ? heed(current, readButton(value))
        : going(content, current, { first: messages.staleButton });
    },
    isExpired,
    read: (state, text, at) => read(standing(state), text, at),
  };

  function isExpired(state: CheckState, at: number): boolean {
    return at - state.at > idleMinutes * MINUTE;
  }

  function read(state: CheckState, text: string, at: number): Heard {
    const { choices } = stepPrompt(state, content);
    const reading = readAnswer(text, readingStep(state, choices.length), at);
    return reading.kind === 'press' ? readButton(choices[reading.button - 1]?.data?.value ?? '') : reading;
  }

  function readingStep(state: CheckState, buttons: number): ReadingStep {
    if (state.step === 'symptoms') return { kind: 'item', item: rules.symptoms, buttons };
    if (state.step === 'consent' || state.step === 'which') return { kind: state.step, buttons };
    const asked = currentItem(state, rules);
    return asked === undefined ? { kind: 'summary', buttons } : { kind: 'item', item: asked.item, buttons };
  }

  /** A step that staff have removed since is left for the next one. */
  function standing(state: CheckState): CheckState {
    const exists = isFixedStep(state.step) || currentItem(state, rules) !== undefined;
    return exists ? state : { ...state, step: nextStep(rules, state.given) };
  }
}
