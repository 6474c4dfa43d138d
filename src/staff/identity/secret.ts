import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const BYTES = 32;

/** 256 random bits as text: a session, an invitation. */
export const createSecret = (): string => randomBytes(BYTES).toString('base64url');

/** What is kept of a secret: whoever reads the database cannot use it. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** A text only who holds the secret can make: one for each purpose, and none of them tells the secret or another. */
export const deriveSecret = (secret: string, purpose: string): string =>
  createHmac('sha256', secret).update(purpose).digest('base64url');

/** The token each form of a session carries: made from its cookie, which another site can neither read nor guess. */
export const formTokenOf = (secret: string): string => deriveSecret(secret, 'form');

/** Whether two texts are equal, in the same time whatever differs. */
export function isSameSecret(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
