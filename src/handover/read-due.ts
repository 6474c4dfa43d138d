import type { HandoverLimits } from './limits';
import type { Talk } from './talk';

/** What time alone calls for in a talk: a word to the patient, an end, or another colleague. */
export type Due = 'remind' | 'nobody-came' | 'ask-silence' | 'end-silence' | 'free';

/** What a talk is looked at with. Times are milliseconds since 1970. */
export interface Moment {
  readonly now: number;
  /** When the console of the talk's owner was last heard of; undefined: never. */
  readonly ownerSeenAt: number | undefined;
}

/** What is due in a talk; undefined: nothing. Pure. */
export function readDue(talk: Talk, { now, ownerSeenAt }: Moment, limits: HandoverLimits): Due | undefined {
  switch (talk.state) {
    case 'waiting':
      return readWaiting(talk, now, limits);
    case 'taken':
      return isAbandoned(talk, now, ownerSeenAt, limits) ? 'free' : readSilence(talk, now, limits);
    case 'ended':
      return undefined;
    default:
      return talk.state satisfies never;
  }
}

function readWaiting({ requestedAt, told }: Talk, now: number, { remind, giveUp }: HandoverLimits): Due | undefined {
  const waited = now - requestedAt;
  if (waited >= giveUp) return 'nobody-came';
  return waited >= remind && told === undefined ? 'remind' : undefined;
}

/** The patient waits for an answer, and whoever owes it has gone. */
function isAbandoned(talk: Talk, now: number, ownerSeenAt = 0, { away, free }: HandoverLimits): boolean {
  const answered = Math.max(talk.staffAt ?? 0, talk.takenAt ?? 0);
  const seen = Math.max(answered, ownerSeenAt);
  const owedSince =
    talk.staffAt === undefined || talk.patientAt > talk.staffAt
      ? Math.max(talk.patientAt, talk.takenAt ?? 0)
      : undefined;
  return owedSince !== undefined && now - owedSince >= free && now - seen >= away;
}

function readSilence(talk: Talk, now: number, { askSilence, endSilence }: HandoverLimits): Due | undefined {
  const silent = now - Math.max(talk.patientAt, talk.staffAt ?? 0, talk.takenAt ?? 0);
  if (silent >= endSilence) return 'end-silence';
  return silent >= askSilence && talk.told !== 'silence' ? 'ask-silence' : undefined;
}
