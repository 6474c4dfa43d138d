import { HANDOVER_LIMITS } from '../../handover/limits';
import type { Colleague, Talk } from '../../handover/talk';
import { localTime } from '../../knowledge/opening/clock';
import { openingAt } from '../../knowledge/opening/opening-at';
import { sayOpening } from '../../knowledge/opening/say-opening';
import { sayCounted } from '../../knowledge/say-date';
import type { Knowledge } from '../../knowledge/knowledge';
import { sayChoice } from '../reply/compose-choices';
import type { ComposeDependencies } from '../reply/compose-dependencies';
import { composeHandoff } from '../reply/compose-handoff';
import type { Choice, Reply } from '../reply/reply';

/** Somebody of the staff who speaks. */
export interface Speaker extends Colleague {
  readonly isPhysician: boolean;
}

const DAY = 86_400_000;
const MINUTE = 60_000;

/** What is said around a talk with a person. */
export interface HandoverReplies {
  plain(text: string, choices?: readonly string[]): Reply;
  consent(): Reply;
  waiting(): Reply;
  stillWaiting(talk: Talk, now: number): Reply;
  joined(speaker: Speaker): Reply;
  /** A message of a person, as the patient gets it. */
  spoken(speaker: Speaker, text: string): Reply;
  /** That somebody is writing: beside three dots. */
  writing(by: Pick<Colleague, 'name'>): string;
  ended(speaker: Speaker): Reply;
  /** Whoever had it has left; it waits for another. */
  freed(): Reply;
  askSilence(): Reply;
  endSilence(): Reply;
  nobodyCame(): Reply;
  /** Nobody is there: the numbers, when the clinic opens, and the offer of a call. */
  away(why: { readonly kind: 'closed'; readonly opening: string } | { readonly kind: 'nobody' }): Reply;
  callDone(wish: { readonly name: string; readonly number: string; readonly time: string }): Reply;
  /** When the clinic opens next; undefined: it is open, or nobody knows its hours. */
  closedNow(now: number): string | undefined;
}

/** Creates them from the clinic's content. */
export function createHandoverReplies(
  compose: ComposeDependencies,
  { clinic }: Pick<Knowledge, 'clinic'>,
): HandoverReplies {
  const { knowledge, texts } = compose;
  const { messages } = knowledge;
  const { handover } = messages;
  const reply = (
    text: string,
    choices: readonly string[] = [],
    values: Readonly<Record<string, string>> = {},
  ): Reply => ({
    kind: 'handoff',
    text: texts.sentence(text, values),
    links: texts.contacts(text),
    choices: choices.map(sayChoice),
    topics: [],
    score: 1,
  });
  const nameOf = ({ name, isPhysician }: Speaker): string =>
    texts.sentence(isPhysician ? handover.speaker.physician : handover.speaker.staff, { name });
  const days = texts.days(HANDOVER_LIMITS.callback / DAY);
  const callChoices: readonly Choice[] = [handover.callback.yes, handover.callback.no].map(sayChoice);
  const withCallOffer = (text: string): Reply => {
    const numbers = composeHandoff(compose);
    const offer = texts.sentence(handover.callback.offer, { days });
    return { ...numbers, text: [text, numbers.text, offer].join('\n\n'), choices: callChoices };
  };

  return {
    plain: reply,
    consent: () => reply(handover.consent.text, [handover.consent.yes, handover.consent.no]),
    waiting: () => reply(handover.waiting, [handover.leaveButton]),
    stillWaiting: ({ requestedAt }, now) => {
      const minutes = Math.max(1, Math.floor((now - requestedAt) / MINUTE));
      const said = sayCounted(minutes, handover.minutes, messages.dates);
      return reply(handover.stillWaiting, [handover.leaveButton], { minutes: said });
    },
    joined: (speaker) => reply(handover.joined, [handover.endButton], { who: nameOf(speaker) }),
    spoken: (speaker, text) => ({
      kind: 'handoff',
      text,
      speaker: nameOf(speaker),
      choices: [],
      topics: [],
      score: 1,
    }),
    writing: ({ name }) => texts.sentence(handover.writing, { name }),
    ended: (speaker) => reply(handover.ended, [], { who: nameOf(speaker) }),
    freed: () => reply(handover.freed),
    endSilence: () => reply(handover.endSilence),
    askSilence: () => reply(handover.askSilence, [handover.endButton]),
    nobodyCame: () => withCallOffer(texts.sentence(handover.nobodyCame)),
    away: (why) =>
      withCallOffer(
        why.kind === 'closed'
          ? texts.sentence(handover.closed, { opening: why.opening })
          : texts.sentence(handover.nobodyHere),
      ),
    callDone: (wish) => reply(handover.callback.done, [], wish),
    closedNow(now) {
      const { hours } = clinic;
      if (hours === undefined || hours === null || !('timeZone' in hours)) return undefined;
      if (openingAt(hours, localTime(hours.timeZone, now)).kind === 'open') return undefined;
      return sayOpening({ kind: 'today' }, hours, now, messages);
    },
  };
}
