import { composePlain } from './compose-plain';
import type { ComposeDependencies } from './compose-dependencies';
import type { Reply } from './reply';

/** How to reach a person: the clinic's own telephone, WhatsApp and hours; says so when the clinic has given none. */
export function composeHandoff(dependencies: ComposeDependencies): Reply {
  const { text, missing } = dependencies.knowledge.messages.commands.human;
  return composePlain('handoff', dependencies.texts.clinicSentence(text) ?? missing, [], dependencies);
}
