import { readPhoneNumber } from '../../text/phone-number';
import { say } from '../memory/outbox';
import type { Handling } from '../turn/handling';
import { withoutOffer, withoutPerson, type Session } from '../memory/session';
import type { Heeded } from './heeded';
import { patientPlace } from './patient-place';
import type { PersonStep } from './person-step';
import type { ReceptionistDependencies } from './receptionist-dependencies';

type CallStep = Extract<PersonStep, { kind: 'name' | 'number' | 'time' }>;

/** Characters kept of a name and of a time. */
const LONGEST_NAME = 60;
const LONGEST_TIME = 100;

/** Asks for the name: the first of three questions. */
export function beginCallback({ context, session }: Handling, { replies, compose }: ReceptionistDependencies): Session {
  say(context, replies.plain(compose.knowledge.messages.handover.callback.name));
  return { ...withoutOffer(session), person: { kind: 'name' } };
}

/** Takes the answer to one of the three questions. A plain question is answered, and the same is asked again. */
export async function takeCallback(
  step: CallStep,
  heeded: Heeded,
  handling: Handling,
  dependencies: ReceptionistDependencies,
): Promise<Session> {
  const { message, understanding, usual } = heeded;
  const { context, session } = handling;
  const { replies, compose } = dependencies;
  const { callback } = compose.knowledge.messages.handover;
  if (understanding.kind === 'urgent') return usual();
  if (understanding.kind === 'command' && understanding.command === 'cancel') {
    say(context, replies.plain(callback.cancelled));
    return withoutPerson(session);
  }
  const next = readNext(step, message.text);
  if ((next === undefined || step.kind !== 'number') && isQuestion(step, heeded)) {
    const answered = await usual();
    say(context, replies.plain(callback[step.kind]));
    return { ...withoutOffer(answered), person: step };
  }
  if (next === undefined) {
    say(context, replies.plain(step.kind === 'number' ? callback.numberUnclear : callback[step.kind]));
    return { ...withoutOffer(session), person: step };
  }
  if (next.kind === 'done') return finish(next, handling, dependencies);
  say(context, replies.plain(callback[next.kind]));
  return { ...withoutOffer(session), person: next };
}

type Next = CallStep | { readonly kind: 'done'; readonly name: string; readonly number: string; readonly time: string };

/** The step after an answer; undefined where it is none. */
function readNext(step: CallStep, text: string): Next | undefined {
  const plain = text.replace(/\s+/gu, ' ').trim();
  switch (step.kind) {
    case 'name':
      return /\p{L}/u.test(plain) ? { kind: 'number', name: plain.slice(0, LONGEST_NAME) } : undefined;
    case 'number': {
      const number = readPhoneNumber(text);
      return number === undefined ? undefined : { ...step, kind: 'time', number };
    }
    case 'time':
      return /[\p{L}\p{N}]/u.test(plain) ? { ...step, kind: 'done', time: plain.slice(0, LONGEST_TIME) } : undefined;
    default:
      return step satisfies never;
  }
}

function finish(
  { name, number, time }: Extract<Next, { kind: 'done' }>,
  { context, channel, session }: Handling,
  { desk, replies }: ReceptionistDependencies,
): Session {
  const wish = { name, number, time };
  desk.callbacks.add(patientPlace(context, !channel.isElsewhere), { ...wish, topic: session.about?.topic });
  say(context, replies.callDone(wish));
  return withoutPerson(session);
}

const QUESTION_MARK = /[?\u061F]/;
/** A name has fewer words than a question. */
const WORDS_OF_QUESTION = 3;

/** "After six" may be near to an answer of its own, and so may a name: only what is plainly a question is one. */
function isQuestion(step: CallStep, { understanding, message: { text } }: Heeded): boolean {
  if (understanding.kind === 'command') return understanding.command === 'help';
  const isSure =
    understanding.kind === 'topic' || (understanding.kind === 'question' && understanding.match.kind === 'sure');
  if (!isSure || step.kind === 'number' || QUESTION_MARK.test(text)) return isSure;
  return step.kind === 'name' && text.trim().split(/\s+/u).length >= WORDS_OF_QUESTION;
}
