import type { Member } from './member';

/** How long somebody stays signed in. */
export interface SessionLimits {
  /** Milliseconds without a request. Default two hours: a receptionist serves patients between two clicks. */
  readonly idle: number;
  /** Milliseconds since signing in, whatever happens. Default twelve hours: a working day. */
  readonly absolute: number;
}

export const SESSION_LIMITS: SessionLimits = { idle: 2 * 3_600_000, absolute: 12 * 3_600_000 };

/** Somebody signed in on one device. */
export interface Session {
  readonly member: Member;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly seenAt: number;
}

/** Whether a session still counts. Pure. */
export function isAlive(session: Pick<Session, 'createdAt' | 'seenAt'>, now: number, limits: SessionLimits): boolean {
  const { createdAt, seenAt } = session;
  // A clock that was set back signs nobody out at once, and keeps nobody signed in for longer than once more.
  if (Math.max(createdAt, seenAt) - now > limits.absolute) return false;
  return now - seenAt < limits.idle && now - createdAt < limits.absolute;
}
