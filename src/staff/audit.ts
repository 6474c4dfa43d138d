/** What the audit tells of: each kind is a sentence in knowledge/staff. */
export const AUDITED = [
  'joined',
  'signed-in',
  'sign-in-refused',
  'signed-out-everywhere',
  'password-changed',
  'invited',
  'roles-changed',
  'disabled',
  'enabled',
  'recovery-link',
  'draft-saved',
  'draft-sent',
  'draft-dropped',
  'published',
  'undone',
  'clinic-changed',
  'questions-taken',
  'questions-dropped',
  'update-taken',
  'update-left',
  'available',
  'unavailable',
  'talk-ended',
  'call-ended',
  'sheet-taken',
  'place-opened',
  'place-closed',
] as const;

export type Audited = (typeof AUDITED)[number];

/** Something somebody did, to be told in a sentence. No patient's words are among the values. */
export interface AuditEvent {
  readonly kind: Audited;
  /** Who did it; empty where nobody had signed in. */
  readonly who: string;
  /** What the sentence names, such as `from` and `to`. */
  readonly values: Readonly<Record<string, string>>;
}

/** An event of the list. */
export interface AuditEntry extends AuditEvent {
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}
