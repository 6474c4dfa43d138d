import type { KeptOutcome } from '../../eligibility/check-state';
import { whyOutcome } from '../../eligibility/why-outcome';
import { composeSameAgain } from './compose-around';
import { sayChoice, topicChoices } from './compose-choices';
import type { ComposeDependencies } from './compose-dependencies';
import type { Reply } from './reply';
import { cautionAbout, type Told } from '../memory/told';

/**
 * The reply to "may I?", "how many days?", "then I stop it" after something was told: its warning again, that nobody here
 * decides about it, and who does. Never an answer about something else.
 */
export function composeTold(topic: string, told: Told, { knowledge, texts }: ComposeDependencies): Reply {
  const { messages, topicById } = knowledge;
  const about = topicById.get(topic);
  const note = about && texts.note([about]);
  return {
    kind: 'answer',
    text: [warningAbout(topic, told, { knowledge, texts }), texts.sentence(messages.told.followUp)].join('\n\n'),
    choices: [...messages.told.choices.map(({ say }) => sayChoice(say)), ...topicChoices([topic], knowledge)],
    ...(note === undefined ? {} : { note }),
    topics: [topic],
    score: 1,
  };
}

/** The same a second time in a row: the warning stays, for "then I stop it" may come last, and a person is at hand. */
export function composeToldAgain(topic: string, told: Told, dependencies: ComposeDependencies): Reply {
  const again = composeSameAgain(composeTold(topic, told, dependencies), dependencies);
  return { ...again, text: [warningAbout(topic, told, dependencies), again.text].join('\n\n') };
}

/** What must be said about a topic because of what was told, or the first sentence of its answer. */
function warningAbout(
  topic: string,
  told: Told,
  { knowledge, texts }: Pick<ComposeDependencies, 'knowledge' | 'texts'>,
): string {
  const about = knowledge.topicById.get(topic);
  return (
    cautionAbout(topic, told, knowledge.facts) ??
    firstSentence(about === undefined ? '' : texts.answer(about, undefined))
  );
}

/** The reply to "why?" or "forever?" after the outcome of a check: the answers that led to it, and who decides. */
export function composeWhyOutcome(outcome: KeptOutcome, { knowledge }: ComposeDependencies): Reply {
  const { text, choices } = whyOutcome(outcome, knowledge.eligibility, knowledge.messages.eligibility);
  return { kind: 'eligibility', text, choices: [...choices], topics: [], score: 1 };
}

/** Up to the first full stop that ends a sentence. */
function firstSentence(text: string): string {
  return /^.*?[.!\u061F](?=\s|$)/su.exec(text)?.[0] ?? text;
}
