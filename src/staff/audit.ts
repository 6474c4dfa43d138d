import type { AUDITED } from '../knowledge/schema/staff/audit';

/** A kind of event the audit tells of. */
type Audited = (typeof AUDITED)[number];

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
