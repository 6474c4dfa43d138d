import type { Given } from './answer';
import type { CheckState, End, Turned } from './check-state';
import type { CheckContent } from './step-prompts';
import { stepPrompt } from './step-prompts';

interface Around {
  /** Said before the step, in the same message. */
  readonly first?: string;
  /** The step in its simpler words. */
  readonly easier?: boolean;
}

/** The state a check begins with. `given`: what was told before it. */
export function startState(run: string, at: number, given: readonly Given[] = []): CheckState {
  return { run, step: 'consent', given, unclear: 0, doubted: false, at };
}

/** The check goes on: the step of this state is said. */
export function going(content: CheckContent, state: CheckState, { first, easier = false }: Around = {}): Turned {
  const { text, choices } = stepPrompt(state, content, easier);
  return { kind: 'going', state, prompts: [{ text: first === undefined ? text : `${first}\n\n${text}`, choices }] };
}

/** The check is over, with a last sentence or silently. */
export function ended(end: End, text?: string): Turned {
  return { kind: 'ended', end, prompts: text === undefined ? [] : [{ text, choices: [] }] };
}
