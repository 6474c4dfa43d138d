import type { Urgent } from '../safety/create-urgent-reader';
import type { ComposeDependencies } from './compose-dependencies';
import type { Reply } from './reply';

/** Signs of wanting to die, as urgent.yaml names them: the person must not be left alone. */
const SELF_HARM = 'self-harm';

/** What to do now, then the numbers. No advice, no booking, nothing to press that leads away from it. */
export function composeUrgent(urgent: Urgent, { knowledge, texts }: ComposeDependencies): Reply {
  const { emergency, sameDay, selfHarm } = knowledge.messages.urgent;
  const text = urgent.sign === SELF_HARM ? selfHarm : urgent.kind === 'emergency' ? emergency : sameDay;
  return { kind: 'urgent', text: texts.sentence(text), links: texts.contacts(text), choices: [], topics: [], score: 1 };
}
