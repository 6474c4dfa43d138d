import { isAlarmed } from '../understand/alarm';
import { besideAttachment } from '../reply/compose-around';
import { composePlain } from '../reply/compose-plain';
import { composeWhatYouKeep } from '../reply/compose-privacy';
import { composeUrgent } from '../reply/compose-urgent';
import type { Handling } from './handling';
import { say } from '../memory/outbox';
import type { Reply } from '../reply/reply';
import { withAlarm, withoutOffer, type Session } from '../memory/session';
import { gravest } from '../memory/told';
import { toldAfter } from '../understand/told-after';
import { toldAnswers } from '../understand/told-answers';
import type { TurnDependencies } from './turn-dependencies';
import { recordUnanswered } from '../memory/unanswered';
import type { Understanding } from '../understand/understand';

/** Answers a message outside the eligibility check, or begins the check; gives what to remember. */
export async function answerOutsideCheck(
  understanding: Exclude<Understanding, { kind: 'deed' }>,
  handling: Handling,
  dependencies: TurnDependencies,
): Promise<Session> {
  const { context, channel, session } = handling;
  if (understanding.kind === 'urgent') {
    const { reply, session: next } = dependencies.respond(understanding, session);
    say(context, reply);
    const { urgent } = understanding;
    return urgent.kind === 'support' ? next : withAlarm(next, { urgent, at: dependencies.now() });
  }
  if (isAlarmed(session.alarm, dependencies.now())) {
    const end = answerAfterAlarm(understanding, handling, dependencies);
    if (end !== undefined) return end;
  }
  if (understanding.kind === 'wish') {
    return withoutOffer(await beginCheck(handling, dependencies));
  }
  const offered = await offerPerson(understanding, handling, dependencies);
  if (offered !== undefined) return offered;
  const response = dependencies.respond(understanding, session);
  const isMissed = response.reply.kind === 'unknown' && MISSES.has(understanding.kind);
  await recordUnanswered(understanding, context, dependencies);
  const helped = isMissed && session.missed === true ? await offerAfterMisses(handling, dependencies) : undefined;
  if (helped !== undefined) return { ...helped, missed: undefined };
  const isBeside = understanding.kind !== 'unreadable' && channel.readMessage(context.activity).extras === 'attachment';
  say(context, isBeside ? besideAttachment(response.reply, dependencies.compose) : response.reply);
  return { ...withAlarm(response.session, session.alarm), missed: isMissed ? true : undefined };
}

/** What counts as not understood: a question, not a picture or another language. */
const MISSES: ReadonlySet<Understanding['kind']> = new Set(['question', 'none-of-these']);

/** To somebody who was not understood twice; not while they wait for a person, nor where others read along. */
async function offerAfterMisses(
  handling: Handling,
  { receptionist, compose, now }: TurnDependencies,
): Promise<Session | undefined> {
  const { context, channel, session } = handling;
  if (session.person?.kind === 'talk' || isAlarmed(session.alarm, now()) || channel.isPublic(context.activity))
    return undefined;
  return receptionist?.offer(handling, compose.texts.sentence(compose.knowledge.messages.handover.notUnderstood));
}

/**
 * After an urgent reply, until help was had: it is said again, alone or before the answer of a plain question. Gives what
 * to remember when that is all there is to say.
 */
function answerAfterAlarm(
  understanding: Understanding,
  { context, channel, session }: Handling,
  { readAftermath, compose }: TurnDependencies,
): Session | undefined {
  const { alarm } = session;
  if (alarm === undefined) return undefined;
  const aftermath = readAftermath(understanding, channel.readMessage(context.activity).text);
  if (aftermath === 'over') {
    say(context, composePlain('social', compose.knowledge.messages.urgent.helped, [], compose));
    return withoutOffer(withAlarm(session, undefined));
  }
  say(context, composeUrgent(alarm.urgent, compose));
  return aftermath === 'again' ? withoutOffer(session) : undefined;
}

/** To somebody who asks for a person, or complains: undefined where the clinic's numbers are all there is. */
async function offerPerson(
  understanding: Understanding,
  handling: Handling,
  { receptionist, compose }: TurnDependencies,
): Promise<Session | undefined> {
  const { complaint } = compose.knowledge.messages.commands.human;
  if (understanding.kind === 'complaint') return receptionist?.offer(handling, compose.texts.sentence(complaint));
  if (understanding.kind !== 'command' || understanding.command !== 'human') return undefined;
  return receptionist?.offer(handling);
}

/**
 * Begins the check with what was told, its warning first; gives what to remember. In public no question about anybody's
 * health is asked: the person is invited to a conversation of two.
 */
async function beginCheck(
  { context, channel, session }: Handling,
  { check, compose }: TurnDependencies,
): Promise<Session> {
  if (!channel.isPublic(context.activity)) {
    const told = session.told?.facts ?? [];
    const { facts } = compose.knowledge;
    const result = await check.begin(context, toldAnswers({ told }, facts), gravest(told, facts)?.caution);
    return toldAfter(result, session, compose.knowledge);
  }
  const invitation = await channel.inviteToPrivate?.(context, 'check');
  say(context, invitation ?? composePlain('eligibility', compose.knowledge.messages.chat.publicCheck, [], compose));
  return session;
}

/** What is kept of this person at this moment. */
export async function tellWhatIsKept(handling: Handling, dependencies: TurnDependencies): Promise<Reply> {
  const { check, compose, retention, receptionist } = dependencies;
  const { session } = handling;
  const withStaff = await receptionist?.keeps(handling);
  const kept = {
    ...retention,
    elsewhere: handling.channel.isElsewhere,
    lastTopic: session.about?.topic,
    told: (session.told?.facts.length ?? 0) > 0,
    ...(withStaff && { withStaff }),
    alarmed: isAlarmed(session.alarm, dependencies.now()),
    outcome: session.told?.outcome !== undefined,
    checkRunning: await check.isRunning(handling.context),
  };
  return composeWhatYouKeep(kept, compose);
}
