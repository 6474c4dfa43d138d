import type { Messages } from '../../knowledge/schema/messages';
import type { Urgent } from '../../safety/create-urgent-reader';
import type { ComposeDependencies } from './compose-dependencies';
import type { Reply } from './reply';

/** Signs of wanting to die, as urgent.yaml names them: the person must not be left alone. */
const SELF_HARM = 'self-harm';

/** What to do now, then the numbers. No advice, no booking, nothing to press that leads away from it. */
export function composeUrgent(urgent: Urgent, { knowledge, texts }: ComposeDependencies): Reply {
  const text = textFor(urgent, knowledge.messages.urgent);
  const kind = urgent.kind === 'support' ? 'handoff' : 'urgent';
  return { kind, text: texts.sentence(text), links: texts.contacts(text), choices: [], topics: [], score: 1 };
}

function textFor({ kind, sign, isForeign }: Urgent, texts: Messages['urgent']): string {
  if (isForeign === true) return texts.foreign;
  switch (kind) {
    case 'emergency':
      return sign === SELF_HARM ? texts.selfHarm : texts.emergency;
    case 'same-day':
      return texts.sameDay;
    case 'harm':
    case 'support':
      return texts.harm[sign] ?? texts.emergency;
    default:
      return kind satisfies never;
  }
}
