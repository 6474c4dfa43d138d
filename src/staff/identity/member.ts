import type { Role } from './role';

/** One of the clinic's people. */
export interface Member {
  readonly id: string;
  /** As patients and colleagues call them: it stands in the audit and under approved answers. */
  readonly name: string;
  /** What they sign in with; unique, in small letters. */
  readonly login: string;
  readonly roles: readonly Role[];
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Shut out, but still named in the audit. */
  readonly disabled: boolean;
}

/** A member with what proves who they are. */
export interface MemberSecrets extends Member {
  /** A kept password, see `password.ts`; undefined where they sign in otherwise. */
  readonly password: string | undefined;
}

/** The name of signing in as it is compared: composed, trimmed, small letters. */
export function foldLogin(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
}
