import type { CheckState, Prompt, Turned } from './check-state';
import type { CheckContent } from './step-prompts';
import { currentItem, stepPrompt } from './step-prompts';
import { going } from './turns';

/** Replies in a row that are not understood: at the second the easier wording, at the third a person, then the end. */
const EASIER = 2;
const OFFER_PERSON = 3;

/** What follows a reply that was not understood. Never a loop: it ends after four in a row. */
export function unclearTurn(content: CheckContent, state: CheckState): Turned {
  const { messages } = content;
  const times = state.unclear + 1;
  const next = { ...state, unclear: times };
  if (times > OFFER_PERSON) return { kind: 'ended', end: { kind: 'gave-up' }, prompts: [farewell(content)] };
  if (times === OFFER_PERSON) return { kind: 'going', state: next, prompts: [personOffer(content, next)] };
  if (times === EASIER) return going(content, next, { first: messages.easier, easier: true });
  const text = state.step === 'consent' ? messages.consentNotUnderstood : messages.notUnderstood;
  return going(content, next, { first: text });
}

function farewell({ messages }: CheckContent): Prompt {
  const { person, again } = messages.buttons;
  return {
    text: messages.gaveUp,
    choices: [
      { title: person, value: person },
      { title: again, value: again },
    ],
  };
}

/** The step's own buttons stay, so that the question can also simply be answered. */
function personOffer(content: CheckContent, state: CheckState): Prompt {
  const { messages, rules } = content;
  const { text, choices } = stepPrompt(state, content, true);
  const { person, skip } = messages.buttons;
  const data = { check: state.run, step: state.step, value: 'skip' };
  return {
    text: `${messages.offerPerson}\n\n${text}`,
    choices: [
      ...choices,
      ...(currentItem(state, rules) === undefined ? [] : [{ title: skip, value: skip, data }]),
      { title: person, value: person },
    ],
  };
}
