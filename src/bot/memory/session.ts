import { isAlarmed, type Alarm } from '../understand/alarm';
import type { Area, MatchContext } from '../../matching/match';
import type { PersonStep } from '../handover/person-step';
import type { Offer } from '../reply/offer';
import type { Told } from './told';

/** What is remembered of one person's conversation between two messages. The answers of the check are not among it. */
export interface Session {
  /** What the last answer was about: follow-ups without a subject are read with it. */
  readonly about?: MatchContext;
  readonly offer?: Offer | undefined;
  /** Which answer was given last, warnings included: the same one is not sent twice in a row. */
  readonly answered?: string | undefined;
  /** What the person told of themselves, or of the one they ask for. */
  readonly told?: Told | undefined;
  /** An urgent reply after which nobody has said yet that help was had. */
  readonly alarm?: Alarm | undefined;
  /** Whether the last reply said what is kept: "delete them all" after it means that. */
  readonly isAboutKept?: boolean | undefined;
  /** How far the way to a person of the clinic has come. */
  readonly person?: PersonStep | undefined;
  /** The last question found no answer: after a second one a person is offered. */
  readonly missed?: true | undefined;
  /** When the last message was handled, in milliseconds since 1970. */
  readonly at: number;
}

/** Settings of the memory of a conversation. */
export interface SessionSettings {
  /**
   * Minutes after which a quiet conversation is forgotten. Default 30: a person who comes back later begins a new
   * subject. Up: a bare "and for hair?" is tied to older answers. Down: people who read slowly must repeat themselves.
   */
  readonly minutes: number;
}

export const SESSION_SETTINGS: SessionSettings = { minutes: 30 };

const MILLISECONDS_A_MINUTE = 60_000;

/** A session in which nothing is remembered. */
export function createSession(now: number): Session {
  return { at: now };
}

/** The session as it counts now: forgotten when it is too old, or dated in the future by a clock that was set back. */
export function recallSession(kept: Session | undefined, now: number, settings: SessionSettings): Session {
  if (kept === undefined) return createSession(now);
  const age = now - kept.at;
  const alarm = isAlarmed(kept.alarm, now) ? kept.alarm : undefined;
  const isRecent = age >= 0 && age < settings.minutes * MILLISECONDS_A_MINUTE;
  const person = isRecent || kept.person?.kind === 'talk' ? kept.person : undefined;
  return { ...withAlarm(isRecent ? kept : createSession(now), alarm), person };
}

/** The session with an urgent reply that still counts, or with none. */
export function withAlarm(session: Session, alarm: Alarm | undefined): Session {
  return { ...session, alarm };
}

/** The session after an answer about a topic: the area stays until another is named. */
export function rememberTopic(session: Session, topic: string, area: Area | undefined): MatchContext {
  const kept = area ?? session.about?.area;
  return kept === undefined ? { topic } : { topic, area: kept };
}

/** The session with what was told; nothing told leaves no trace. */
export function withTold(session: Session, told: Told | undefined): Session {
  const { facts = [], focus, outcome } = told ?? {};
  const isEmpty = facts.length === 0 && focus === undefined && outcome === undefined;
  return { ...session, told: isEmpty ? undefined : told };
}

/** The session when the buttons of the last reply no longer count. */
export function withoutOffer(session: Session): Session {
  return { ...session, offer: undefined };
}

/** The session when there is no person to be brought to. */
export function withoutPerson(session: Session): Session {
  return { ...withoutOffer(session), person: undefined };
}
