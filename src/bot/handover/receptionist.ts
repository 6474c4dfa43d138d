import { HANDOVER_LIMITS } from '../../handover/limits';
import { say } from '../memory/outbox';
import type { Handling } from '../turn/handling';
import type { Reply } from '../reply/reply';
import { withoutOffer, type Session } from '../memory/session';
import type { Heeded } from './heeded';
import { heedInTalk } from './in-talk';
import { patientPlace } from './patient-place';
import type { PersonStep } from './person-step';
import type { ReceptionistDependencies } from './receptionist-dependencies';
import { beginCallback, takeCallback } from './take-callback';

/** Stands before the assistant: brings patients to a person, and keeps the assistant silent while they talk. */
export interface Receptionist {
  /** Handles a message: in a talk, on the way to one, or as ever. Gives what to remember. */
  heed(heeded: Heeded, handling: Handling): Promise<Session>;
  /** Offers a person to somebody who asks for one, after what is said first; undefined where there is nobody ever. */
  offer(handling: Handling, first?: string): Promise<Session | undefined>;
  /** What is kept of this patient: a talk, a wish to be called. */
  keeps(handling: Handling): Promise<{ readonly talk: boolean; readonly callback: boolean }>;
}

const HOUR = 3_600_000;

/** Creates it. */
export function createReceptionist(dependencies: ReceptionistDependencies): Receptionist {
  const { desk, replies, reader, compose, now } = dependencies;
  const { handover } = compose.knowledge.messages;
  const placeOf = ({ context, channel }: Handling) => patientPlace(context, !channel.isElsewhere);
  const answer = ({ context, session }: Handling, reply: Reply, person?: PersonStep): Session => {
    say(context, reply);
    return { ...withoutOffer(session), person };
  };

  /** With the patient's consent: from here on the staff see it. */
  const request = async (handling: Handling): Promise<Session> => {
    const place = placeOf(handling);
    const open = await desk.talks.findOpen(place);
    const withHistory = !handling.channel.isElsewhere;
    const topic = handling.session.about?.topic;
    const id = open?.id ?? desk.talks.request({ place, topic, withHistory });
    if (open === undefined && desk.tell !== undefined) {
      const before = withHistory ? await desk.talks.history(place) : [];
      await desk.tell({ id, topic, owner: undefined }, { kind: 'requested', before });
    }
    return answer(handling, replies.waiting(), { kind: 'talk', id });
  };

  const offer: Receptionist['offer'] = async (handling, first) => {
    if (!(await desk.reception.isStaffed())) return undefined;
    const { context, channel } = handling;
    const saying = (reply: Reply): Reply =>
      first === undefined ? reply : { ...reply, text: `${first}\n\n${reply.text}` };
    if (channel.isPublic(context.activity)) {
      const invitation = await channel.inviteToPrivate?.(context, 'person');
      return answer(handling, saying({ ...replies.plain(handover.public), choices: invitation?.choices ?? [] }));
    }
    const { requests, waiting } = await desk.talks.counts(placeOf(handling), now() - HOUR);
    if (requests >= HANDOVER_LIMITS.requestsAnHour) return answer(handling, saying(replies.plain(handover.tooMany)));
    const opening = replies.closedNow(now());
    if (opening !== undefined)
      return answer(handling, saying(replies.away({ kind: 'closed', opening })), { kind: 'offer' });
    if (waiting >= HANDOVER_LIMITS.waiting) return answer(handling, saying(replies.plain(handover.busy)));
    return (await desk.reception.isAvailable())
      ? answer(handling, saying(replies.consent()), { kind: 'consent' })
      : answer(handling, saying(replies.away({ kind: 'nobody' })), { kind: 'offer' });
  };

  /** Yes or no to what was asked; undefined: the message is about something else. */
  const decide = async (step: PersonStep, text: string, handling: Handling): Promise<Session | undefined> => {
    const agrees = reader.agrees(text);
    if (agrees === undefined) return undefined;
    if (step.kind === 'consent')
      return agrees ? request(handling) : answer(handling, replies.plain(handover.consent.declined));
    return agrees ? beginCallback(handling, dependencies) : answer(handling, replies.plain(handover.callback.declined));
  };

  const heedStep = async (step: PersonStep, heeded: Heeded, handling: Handling): Promise<Session | undefined> => {
    switch (step.kind) {
      case 'consent':
      case 'offer':
        return heeded.understanding.kind === 'urgent' || heeded.isRunning
          ? undefined
          : decide(step, heeded.message.text, handling);
      case 'name':
      case 'number':
      case 'time':
        return takeCallback(step, heeded, handling, dependencies);
      case 'talk': {
        const talk = await desk.talks.find(step.id);
        return talk === undefined || talk.state === 'ended'
          ? undefined
          : heedInTalk(talk, heeded, handling, dependencies);
      }
      default:
        return step satisfies never;
    }
  };

  return {
    offer,
    async heed(heeded, handling) {
      const step = handling.session.person;
      const next = step === undefined ? undefined : await heedStep(step, heeded, handling);
      if (next !== undefined) return next;
      if (!heeded.isRunning && reader.isCallButton(heeded.message.text)) return beginCallback(handling, dependencies);
      const answered = await heeded.usual();
      // What the usual answer has offered anew stands; what was offered before it does not.
      return answered.person === step ? withoutStep(answered) : answered;
    },
    async keeps(handling) {
      const place = placeOf(handling);
      const [{ requests }, callback] = await Promise.all([desk.talks.counts(place, 0), desk.callbacks.has(place)]);
      return { talk: requests > 0, callback };
    },
  };
}

function withoutStep(session: Session): Session {
  return session.person === undefined ? session : { ...session, person: undefined };
}
