const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Times and bounds of a handover, in milliseconds where nothing else is said. */
export interface HandoverLimits {
  /** After so long without anybody, the patient is told that the request still stands. Default 2 minutes. */
  readonly remind: number;
  /** After so long, that nobody came, with the offer of a call. Default 10 minutes: longer nobody looks at a chat. */
  readonly giveUp: number;
  /** After so long a silence in a talk the patient is asked whether it is over. Default 15 minutes. */
  readonly askSilence: number;
  /** After so long it ends. Default 30 minutes. */
  readonly endSilence: number;
  /** A member whose console has not been heard of for so long has left it. Default 90 seconds: phones sleep for one. */
  readonly away: number;
  /** A talk whose member has left is free again when the patient has waited so long for an answer. Default 3 minutes. */
  readonly free: number;
  /** Requests of one person in an hour. Default 5. Up: one person can fill the list. */
  readonly requestsAnHour: number;
  /** Requests waiting at once, of all. Default 100: more than any reception answers. */
  readonly waiting: number;
  /** How long a wish to be called is kept. Default 14 days. */
  readonly callback: number;
  /** How long the outcome of a talk, without any words of it, is kept. Default 14 days. */
  readonly outcome: number;
}

export const HANDOVER_LIMITS: HandoverLimits = {
  remind: 2 * MINUTE,
  giveUp: 10 * MINUTE,
  askSilence: 15 * MINUTE,
  endSilence: 30 * MINUTE,
  away: 1.5 * MINUTE,
  free: 3 * MINUTE,
  requestsAnHour: 5,
  waiting: 100,
  callback: 14 * DAY,
  outcome: 14 * DAY,
};
