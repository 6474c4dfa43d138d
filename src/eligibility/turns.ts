import type { CheckState, End, Prompt, Turned } from './check-state';
import type { CheckContent } from './step-prompts';
import { stepPrompt } from './step-prompts';

interface Around {
  /** Said before the step. */
  readonly first?: Prompt;
  /** The step in its simpler words. */
  readonly easier?: boolean;
}

/** The state a check begins with. */
export function startState(run: string, at: number): CheckState {
  return { run, step: 'consent', given: [], unclear: 0, doubted: false, at };
}

/** The check goes on: the step of this state is said. */
export function going(content: CheckContent, state: CheckState, { first, easier = false }: Around = {}): Turned {
  const prompt = stepPrompt(state, content, easier);
  return { kind: 'going', state, prompts: first === undefined ? [prompt] : [first, prompt] };
}

/** The check is over, with a last sentence or silently. */
export function ended(end: End, text?: string): Turned {
  return { kind: 'ended', end, prompts: text === undefined ? [] : [say(text)] };
}

/** A text without buttons. */
export function say(text: string): Prompt {
  return { text, choices: [] };
}
