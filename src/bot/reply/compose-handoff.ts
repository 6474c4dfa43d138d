import { composePlain } from './compose-plain';
import type { ComposeDependencies } from './compose-dependencies';
import type { Reply } from './reply';

/** How to reach a person: the clinic's own telephone, WhatsApp and hours; says so when the clinic has given none. */
export function composeHandoff(dependencies: ComposeDependencies): Reply {
  const { knowledge, texts } = dependencies;
  const { text, missing } = knowledge.messages.commands.human;
  const reply = composePlain('handoff', texts.clinicSentence(text) ?? missing, [], dependencies);
  return { ...reply, links: texts.contacts(text) };
}

/** To a complaint: that it is taken seriously, and how to reach a person. */
export function composeComplaint(dependencies: ComposeDependencies): Reply {
  const handoff = composeHandoff(dependencies);
  const { complaint } = dependencies.knowledge.messages.commands.human;
  return { ...handoff, text: `${dependencies.texts.sentence(complaint)}\n\n${handoff.text}` };
}
