import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { readAddressGroup } from '../direct-line/address-group';

/** Guesses of a password: 6 in a quarter of an hour for one name, 40 from one address. */
const SECONDS = 15 * 60;
const FOR_A_NAME = 6;
const FROM_AN_ADDRESS = 40;

/** Counts attempts to sign in. Counts live in memory: each instance has its own. */
export interface Attempts {
  /** Counts one; gives the minutes to wait where there were too many. */
  count(login: string, address: string): Promise<number | undefined>;
  /** Somebody has signed in: their slips are forgotten. */
  forgive(login: string): Promise<void>;
}

export function createAttempts(): Attempts {
  const names = new RateLimiterMemory({ points: FOR_A_NAME, duration: SECONDS });
  const addresses = new RateLimiterMemory({ points: FROM_AN_ADDRESS, duration: SECONDS });
  const wait = async (limiter: RateLimiterMemory, key: string): Promise<number | undefined> => {
    try {
      await limiter.consume(key);
      return undefined;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes)
        return Math.min(SECONDS / 60, Math.max(1, Math.ceil(refusal.msBeforeNext / 60_000)));
      throw refusal;
    }
  };
  return {
    count: async (login, address) =>
      (await wait(addresses, readAddressGroup(address))) ?? (await wait(names, login.slice(0, 100))),
    forgive: async (login) => {
      await names.delete(login.slice(0, 100));
    },
  };
}
