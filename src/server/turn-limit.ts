import type { Activity } from 'botbuilder';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How many activities one person may send within a time. */
export interface TurnLimitSettings {
  readonly activities: number;
  readonly seconds: number;
}

/**
 * 200 in 10 seconds: nobody types that fast, and at about 2 ms of work a turn one sender takes at most 4 % of a core.
 * Lower it and a group that presses buttons together may be refused; higher and one sender can slow the others down.
 */
const TURN_LIMIT: TurnLimitSettings = { activities: 200, seconds: 10 };

/** Counts an activity; gives the seconds to wait where its sender is over the limit, else undefined. */
export type TurnLimit = (activity: Activity) => Promise<number | undefined>;

/**
 * Limits by conversation and person. Never by address: all users of a channel come from the channel's addresses.
 * Counted in this process alone: it protects this process.
 */
export function createTurnLimit({ activities, seconds }: TurnLimitSettings = TURN_LIMIT): TurnLimit {
  const limiter = new RateLimiterMemory({ points: activities, duration: seconds });
  return async ({ channelId, conversation, from }) => {
    try {
      await limiter.consume(JSON.stringify([channelId, conversation.id, (from as { id?: string } | undefined)?.id]));
      return undefined;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.min(seconds, Math.ceil(refusal.msBeforeNext / 1000));
      throw refusal;
    }
  };
}
