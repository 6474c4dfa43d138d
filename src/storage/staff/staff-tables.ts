import type { Generated } from 'kysely';

/** The clinic's people. */
export interface StaffMembersTable {
  id: string;
  name: string;
  login: string;
  /** Names of roles, separated by spaces. */
  roles: string;
  password: string | null;
  created_at: number;
  disabled: number;
}

/** Who is signed in where; the cookie itself is not kept. */
export interface StaffSessionsTable {
  hash: string;
  member_id: string;
  created_at: number;
  seen_at: number;
}

/** Members by the account of their organisation. */
export interface StaffAccountsTable {
  /** Hash of the provider's name for them. */
  account: string;
  member_id: string;
}

/** Keys of members' devices. */
export interface StaffPasskeysTable {
  id: string;
  member_id: string;
  public_key: string;
  counter: number;
  /** Names, separated by spaces. */
  transports: string;
  created_at: number;
}

/** Links that let somebody in once. */
export interface StaffInvitationsTable {
  hash: string;
  kind: string;
  roles: string;
  member_id: string | null;
  expires_at: number;
}

/** Who changed what. */
export interface StaffAuditTable {
  number: Generated<number>;
  at: number;
  kind: string;
  who: string;
  /** JSON. */
  detail: string;
}
