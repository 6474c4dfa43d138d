import { randomUUID } from 'node:crypto';
import type { NewMessage, Talk } from '../../handover/talk';
import type { Message } from '../understand/message';
import { repliesOf, say } from '../memory/outbox';
import type { Handling } from '../turn/handling';
import { withoutOffer, withoutPerson, type Session } from '../memory/session';
import type { Heeded } from './heeded';
import type { ReceptionistDependencies } from './receptionist-dependencies';

/** Characters of one message that go to the staff. */
const LONGEST = 4000;

/** Handles a message of a patient who waits for a person, or has one; gives what to remember. */
export async function heedInTalk(
  talk: Talk,
  heeded: Heeded,
  handling: Handling,
  dependencies: ReceptionistDependencies,
): Promise<Session> {
  const { understanding } = heeded;
  if (understanding.kind === 'urgent') return answerUrgent(talk, heeded, handling, dependencies);
  return talk.state === 'taken'
    ? heedTaken(talk, heeded, handling, dependencies)
    : heedWaiting(talk, heeded, handling, dependencies);
}

/** An urgent sign is answered at once, whoever has the talk, and the staff see it. */
async function answerUrgent(
  talk: Talk,
  { message, usual }: Heeded,
  handling: Handling,
  { desk }: ReceptionistDependencies,
): Promise<Session> {
  const next = await usual();
  desk.talks.change(talk, {
    urgent: true,
    messages: [...written(message, handling), event('urgent', handling), ...answered(handling)],
  });
  await desk.tell?.(talk, { kind: 'written', text: message.text, isUrgent: true });
  return { ...next, person: { kind: 'talk', id: talk.id } };
}

/** The assistant is silent, and what is written goes to the person. */
async function heedTaken(
  talk: Talk,
  { message, isRunning }: Heeded,
  handling: Handling,
  { desk, check, replies, reader, compose }: ReceptionistDependencies,
): Promise<Session> {
  const { context, session } = handling;
  const { handover } = compose.knowledge.messages;
  if (isRunning) await check.cancel(context);
  if (handling.mayAnswer && reader.ends(message.text)) {
    desk.talks.change(talk, { move: { to: 'ended', ending: 'patient-left' } });
    await desk.tell?.(talk, { kind: 'left' });
    say(context, replies.plain(handover.endedByPatient));
    return withoutPerson(session);
  }
  const messages = written(message, handling);
  if (message.extras === 'attachment') {
    say(context, replies.plain(handover.file));
    messages.push(event('file', handling));
  }
  if (messages.length > 0) desk.talks.change(talk, { messages });
  if (message.text !== '') await desk.tell?.(talk, { kind: 'written', text: message.text, isUrgent: false });
  return withoutOffer(session);
}

/** Until somebody comes the assistant answers as ever, and whoever comes will read it. The check stays between the two. */
async function heedWaiting(
  talk: Talk,
  { message, understanding, isRunning, usual }: Heeded,
  handling: Handling,
  { desk, replies, reader, compose, now }: ReceptionistDependencies,
): Promise<Session> {
  const { context, session } = handling;
  const { handover } = compose.knowledge.messages;
  if (isRunning) return { ...(await usual()), person: { kind: 'talk', id: talk.id } };
  const isCancel = understanding.kind === 'command' && understanding.command === 'cancel';
  if (isCancel || reader.ends(message.text)) {
    desk.talks.change(talk, { move: { to: 'ended', ending: 'patient-left' } });
    await desk.tell?.(talk, { kind: 'left' });
    say(context, replies.plain(handover.cancelled));
    return withoutPerson(session);
  }
  if (understanding.kind === 'complaint' || (understanding.kind === 'command' && understanding.command === 'human')) {
    say(context, replies.stillWaiting(talk, now()));
    desk.talks.change(talk, { messages: written(message, handling) });
    return withoutOffer(session);
  }
  const next = await usual();
  const startsCheck = understanding.kind === 'wish';
  if (!startsCheck) desk.talks.change(talk, { messages: [...written(message, handling), ...answered(handling)] });
  return { ...next, person: { kind: 'talk', id: talk.id } };
}

/** What the patient wrote; an edited message is told as such. */
function written({ text }: Message, { context, mayAnswer }: Handling): NewMessage[] {
  if (text === '') return [];
  const said: NewMessage = { key: keyOf(context.activity), author: 'patient', text: text.slice(0, LONGEST) };
  return mayAnswer ? [said] : [{ key: `${said.key} edited`, author: 'event', text: 'edited' }, said];
}

function event(text: 'urgent' | 'file', { context }: Handling): NewMessage {
  return { key: `${keyOf(context.activity)} ${text}`, author: 'event', text };
}

/** What the assistant answers in this turn. */
function answered({ context }: Handling): NewMessage[] {
  const key = keyOf(context.activity);
  return repliesOf(context).map(({ text }, at) => ({ key: `${key} answer ${at}`, author: 'assistant', text }));
}

/** An edited message has the id of the first, and a time of its own. */
function keyOf({ id = randomUUID(), type, timestamp }: Handling['context']['activity']): string {
  return type === 'message' ? id : `${id} ${String(timestamp?.getTime())}`;
}
