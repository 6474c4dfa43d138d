import { AUDITED } from '../../knowledge/schema/staff/audit';
import type { AuditEntry } from '../../staff/audit';
import type { StaffStore } from '../../staff/staff-store';
import type { Database } from '../engine/database';
import { writeAudit } from './write-audit';

/** The list of who changed what. */
export const createAuditList = ({
  database: { query },
  now,
}: {
  readonly database: Database;
  readonly now: () => number;
}): Pick<StaffStore, 'audit' | 'auditList'> => ({
  audit: (event) => writeAudit(query, [event], now()),
  auditList: async ({ limit, before }) => {
    const rows = await query
      .selectFrom('staff_audit')
      .selectAll()
      .$if(before !== undefined, (some) => some.where('number', '<', before ?? 0))
      .orderBy('number', 'desc')
      .limit(limit)
      .execute();
    return rows.flatMap(({ number, at, kind, who, detail }): AuditEntry[] => {
      const known = AUDITED.find((candidate) => candidate === kind);
      if (known === undefined) return [];
      const values = JSON.parse(detail) as Readonly<Record<string, string>>;
      return [{ number: number, at: at, kind: known, who, values }];
    });
  },
});
