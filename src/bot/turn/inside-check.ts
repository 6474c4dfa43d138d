import type { Urgent } from '../../safety/create-urgent-reader';
import { readLastDelivery } from '../memory/last-delivery';
import { readQuotes } from '../understand/read-quotes';
import { composePlain } from '../reply/compose-plain';
import { composeHandoff } from '../reply/compose-handoff';
import { composeUrgent } from '../reply/compose-urgent';
import { say } from '../memory/outbox';
import { answerOutsideCheck } from './outside-check';
import type { Handling } from './handling';
import { withAlarm, withoutOffer, withTold } from '../memory/session';
import type { Session } from '../memory/session';
import { toldAfter } from '../understand/told-after';
import { readThread } from '../understand/thread';
import type { TurnDependencies } from './turn-dependencies';
import type { Understanding } from '../understand/understand';

/**
 * Handles a message while the eligibility check runs; gives what to remember. Urgent signs end the check. Help, the menu
 * and plain questions are answered, and the same step is asked again. Everything else is for the check.
 */
export async function answerInsideCheck(
  understanding: Exclude<Understanding, { kind: 'deed' }>,
  text: string,
  handling: Handling,
  dependencies: TurnDependencies,
): Promise<Session> {
  const { context, session } = handling;
  const { check } = dependencies;
  const heard = await check.hear(context, text);
  const doubt = await doubtAnswer(handling);
  const mayAnswer = doubt === undefined;
  const answers = heard === 'answer' && mayAnswer;
  if (understanding.kind === 'urgent' && !(answers && canBeAnswer(understanding.urgent))) {
    await check.cancel(context);
    return answerOutsideCheck(understanding, handling, dependencies);
  }
  if (answers || heard === 'command' || heard === 'button') {
    return continueCheck(understanding, handling, dependencies);
  }
  if (heard !== 'nothing' || !interrupts(understanding)) {
    if (mayAnswer) return continueCheck(understanding, handling, dependencies);
    await askAgain(doubt, handling, dependencies);
    return withoutOffer(session);
  }
  const response = dependencies.respond(understanding, session);
  // The buttons that count are those of the step asked again.
  say(context, { ...response.reply, choices: [] });
  await check.reprompt(context);
  return withoutOffer(response.session);
}

/** Why words that read as an answer may have been meant for another question than the present one. */
type Doubt = 'edited' | 'quotes-older' | 'unsure-delivery';

/** A button names its question and a command needs none; only words can be in doubt. */
async function doubtAnswer({ context, mayAnswer }: Handling): Promise<Doubt | undefined> {
  if (!mayAnswer) return 'edited';
  const last = await readLastDelivery(context);
  if (last?.kind === 'unsure') return 'unsure-delivery';
  const thread = readThread(context.activity);
  const isUnderOlder = thread !== undefined && last?.earlier.includes(thread) === true;
  const quotesPresent = readQuotes(context.activity).every((id) => last?.ids.includes(id));
  return quotesPresent && !isUnderOlder ? undefined : 'quotes-older';
}

/** Says why where the person cannot see it, and asks the same step again. */
async function askAgain(doubt: Doubt, { context }: Handling, { check, compose }: TurnDependencies): Promise<void> {
  const { staleReply, askedAgain } = compose.knowledge.messages.eligibility;
  const why = { edited: undefined, 'quotes-older': staleReply, 'unsure-delivery': askedAgain }[doubt];
  if (why !== undefined) say(context, composePlain('eligibility', why, [], compose));
  await check.reprompt(context);
}

/**
 * "Yes, I have a fever" is an urgent sign after a session, and an answer when the check asks about fever: its outcome
 * sends the person to the doctor. An emergency is never an answer.
 */
function canBeAnswer({ kind }: Urgent): boolean {
  return kind !== 'emergency';
}

type Interruption = Extract<Understanding, { kind: 'command' | 'topic' | 'category' | 'question' | 'unreadable' }>;

/** Going back, starting over, leaving and asking for a person are the check's own to carry out. */
function interrupts(understanding: Understanding): understanding is Interruption {
  switch (understanding.kind) {
    case 'command':
      return understanding.command === 'help' || understanding.command === 'menu';
    case 'topic':
    case 'category':
      return true;
    case 'unreadable':
      // Signs may be meant as an answer ("👍"), and saying nothing counts as not understood.
      return understanding.why !== 'emoji' && understanding.why !== 'empty';
    case 'question':
      return understanding.match.kind === 'sure';
    default:
      return false;
  }
}

async function continueCheck(
  understanding: Exclude<Understanding, { kind: 'deed' }>,
  handling: Handling,
  dependencies: TurnDependencies,
): Promise<Session> {
  const { context, session } = handling;
  const { check, compose } = dependencies;
  const result = await check.continue(context);
  switch (result.kind) {
    case 'said':
      break;
    case 'urgent': {
      const urgent = { kind: 'emergency', sign: 'symptoms-in-check' } as const;
      say(context, composeUrgent(urgent, compose));
      return withoutOffer(withAlarm(withTold(session, undefined), { urgent, at: dependencies.now() }));
    }
    case 'person': {
      const offered = await dependencies.receptionist?.offer(handling);
      if (offered !== undefined) return offered;
      say(context, composeHandoff(compose));
      break;
    }
    case 'expired':
      return answerOutsideCheck(understanding, handling, dependencies);
    default:
      return result satisfies never;
  }
  // What was told goes with the answers of the check.
  const left = (await check.isRunning(context)) ? session : withTold(session, undefined);
  return withoutOffer(toldAfter(result, left, compose.knowledge));
}
