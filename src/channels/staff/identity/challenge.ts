import { deriveSecret, isSameSecret } from '../../../staff/identity/secret';

/** Milliseconds a device has to answer. */
const PATIENCE = 5 * 60_000;

/** Challenges for devices: each made for one browser, good for five minutes and for one answer. */
export interface Challenges {
  make(formToken: string): string;
  /** Whether an answer is to a challenge of this browser, in time, and the first one. */
  take(formToken: string, answered: string): boolean;
}

const sign = (formToken: string, time: string): string => deriveSecret(formToken, `passkey ${time}`);

/** @param now milliseconds since 1970 */
export function createChallenges(now: () => number): Challenges {
  const used = new Map<string, number>();
  return {
    make: (formToken) => {
      const time = String(now());
      return `${time}.${sign(formToken, time)}`;
    },
    take: (formToken, answered) => {
      for (const [old, at] of used) if (now() - at > PATIENCE) used.delete(old);
      const [time = '', mac = ''] = answered.split('.');
      const age = now() - Number(time);
      if (!isSameSecret(mac, sign(formToken, time)) || !(age >= 0 && age <= PATIENCE) || used.has(answered))
        return false;
      used.set(answered, Number(time));
      return true;
    },
  };
}
