import type { AuditEntry, AuditEvent } from './audit';
import type { Invitation } from './identity/invitation';
import type { Member, MemberSecrets } from './identity/member';
import type { Passkey } from './identity/passkey';
import type { Role } from './identity/role';
import type { Session } from './identity/session';

/** Somebody who is about to become a member. */
export interface Newcomer {
  readonly name: string;
  readonly login: string;
  readonly roles: readonly Role[];
  readonly password: string | undefined;
}

/** What became of an invitation taken up. */
export type Joining =
  | { readonly kind: 'joined'; readonly member: Member }
  /** Used, too old, or the first administrator is there already. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'login-taken' };

/** Somebody who comes with an account of the organisation. */
interface AccountHolder {
  readonly subject: string;
  readonly name: string;
  /** A member who signs in by this address is the same person. */
  readonly address: string | undefined;
  /** Undefined: what the console says of them stays; a newcomer reads. */
  readonly roles: readonly Role[] | undefined;
}

/** Where the clinic's people, their sessions and what they did are kept. Secrets are handed in hashed. */
export interface StaffStore {
  /** Whether anybody has joined. */
  hasMembers(): Promise<boolean>;
  members(): Promise<readonly Member[]>;
  findByLogin(login: string): Promise<MemberSecrets | undefined>;
  findMember(id: string): Promise<MemberSecrets | undefined>;
  /**
   * Gives a member roles, shuts them out or lets them in again, and tells of it: both or neither. False where nobody would
   * administer any more: then nothing changes.
   */
  changeMember(
    id: string,
    change: { readonly roles: readonly Role[] } | { readonly disabled: boolean },
    event: AuditEvent,
  ): Promise<boolean>;
  setPassword(id: string, password: string): Promise<void>;

  /** The member of an account, known or made; its roles are set where they are given. */
  enterByAccount(holder: AccountHolder): Promise<Member & { readonly isNew: boolean }>;

  hasPasskeys(): Promise<boolean>;
  findPasskey(id: string): Promise<Passkey | undefined>;
  passkeysOf(memberId: string): Promise<readonly Passkey[]>;
  addPasskey(passkey: Passkey): Promise<void>;
  /** Notes how often a key was used by its own count. */
  usedPasskey(id: string, counter: number): Promise<void>;
  /** Removes a key of this member; false where there is none. */
  removePasskey(id: string, memberId: string): Promise<boolean>;

  invite(hash: string, invitation: Invitation): Promise<void>;
  findInvitation(hash: string): Promise<Invitation | undefined>;
  /** Uses an invitation up and makes a member, both or neither. */
  join(hash: string, newcomer: Newcomer): Promise<Joining>;
  /** Uses an invitation for a forgotten password up; ends all sessions of the member. */
  recover(hash: string, password: string): Promise<Member | undefined>;

  startSession(hash: string, memberId: string): Promise<void>;
  findSession(hash: string): Promise<Session | undefined>;
  touchSession(hash: string): Promise<void>;
  endSession(hash: string): Promise<void>;
  endSessionsOf(memberId: string): Promise<void>;
  countSessions(memberId: string): Promise<number>;

  audit(event: AuditEvent): Promise<void>;
  /** The newest first; `before`: numbers below it. */
  auditList(show: { readonly limit: number; readonly before?: number | undefined }): Promise<readonly AuditEntry[]>;
  /** Deletes sessions and invitations that have ended. */
  purge(): Promise<void>;
}
