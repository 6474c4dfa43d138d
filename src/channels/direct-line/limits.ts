import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { readAddressGroup, readNetwork } from './address-group';
import type { LimitSettings, Rate } from './limit-settings';

/** Undefined: go on. Otherwise: seconds to wait. */
type Wait = number | undefined;

/** Counts what visitors ask for. Counts live in memory: each instance has its own, and a restart forgives. */
export interface Limits {
  start(address: string): Promise<Wait>;
  renewal(address: string): Promise<Wait>;
  message(conversationId: string): Promise<Wait>;
  /** Reading the transcript, saying that one types: cheap things. */
  small(conversationId: string): Promise<Wait>;
}

export function createLimits(settings: LimitSettings): Limits {
  const starts = createCounter(settings.startsPerAddress);
  const daily = createCounter(settings.startsPerDay);
  const network = createCounter(settings.startsPerNetwork);
  const renewals = createCounter(settings.renewalsPerAddress);
  const messages = createCounter(settings.messagesPerConversation);
  const hourly = createCounter(settings.messagesPerHour);
  const small = createCounter(settings.smallPerConversation);
  return {
    async start(address) {
      const group = readAddressGroup(address);
      return (await starts(group)) ?? (await daily(group)) ?? network(readNetwork(address));
    },
    renewal: (address) => renewals(readAddressGroup(address)),
    message: async (conversationId) => (await messages(conversationId)) ?? (await hourly(conversationId)),
    small,
  };
}

function createCounter({ points, seconds }: Rate): (key: string) => Promise<Wait> {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return async (key) => {
    try {
      await limiter.consume(key);
      return undefined;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return readWait(refusal.msBeforeNext / 1000, seconds);
      throw refusal;
    }
  };
}

/** Whole seconds: no fewer than one, and no more than the limit lasts, for which a clock that is set back would have them wait. */
const readWait = (wait: number, longest: number): number => Math.min(longest, Math.max(1, Math.ceil(wait)));
