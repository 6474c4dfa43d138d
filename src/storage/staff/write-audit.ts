import type { AuditEvent } from '../../staff/audit';
import type { Write } from '../engine/write';

/** Adds events to the list of who changed what: within a transaction they are kept with what they tell of, or not at all. */
export async function writeAudit(
  write: Pick<Write, 'insertInto'>,
  events: readonly AuditEvent[],
  at: number,
): Promise<void> {
  for (const { kind, who, values } of events)
    await write
      .insertInto('staff_audit')
      .values({ at, kind, who, detail: JSON.stringify(values) })
      .execute();
}
