import type { Role } from './role';

/** Milliseconds the link for the first administrator works. */
export const FIRST_LINK_MS = 15 * 60_000;
/** Milliseconds the link for a colleague works: they may be at home. */
export const LINK_MS = 3 * 86_400_000;

/** A link that lets one person join once. */
export interface Invitation {
  /** `first`: works only while there is no member at all. */
  readonly kind: 'first' | 'colleague' | 'recovery';
  readonly roles: readonly Role[];
  /** Whose password is made anew, for `recovery`. */
  readonly memberId: string | undefined;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}
