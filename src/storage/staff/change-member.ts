import { readRoles } from '../../staff/identity/role';
import type { StaffStore } from '../../staff/staff-store';
import type { Database } from '../engine/database';
import { holdLock } from '../engine/hold-lock';
import type { Write } from '../engine/write';
import { writeAudit } from './write-audit';

interface Dependencies {
  readonly database: Database;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Rolls back a change after which nobody could administer. */
class NobodyLeft extends Error {}

/** One at a time over all instances: two administrators who take the role from each other do not both succeed. */
export const createChangeMember =
  ({ database, now }: Dependencies): StaffStore['changeMember'] =>
  async (id, change, event) => {
    const row = 'roles' in change ? { roles: change.roles.join(' ') } : { disabled: change.disabled ? 1 : 0 };
    try {
      await database.write(async (write) => {
        await holdLock(write, database.kind, 'members');
        const before = await countAdministrators(write);
        await write.updateTable('staff_members').set(row).where('id', '=', id).execute();
        if (before > 0 && (await countAdministrators(write)) === 0) throw new NobodyLeft();
        if (row.disabled === 1) await write.deleteFrom('staff_sessions').where('member_id', '=', id).execute();
        await writeAudit(write, [event], now());
      });
      return true;
    } catch (error) {
      if (error instanceof NobodyLeft) return false;
      throw error;
    }
  };

async function countAdministrators(write: Write): Promise<number> {
  const rows = await write.selectFrom('staff_members').select('roles').where('disabled', '=', 0).execute();
  return rows.filter(({ roles }) => readRoles(roles.split(' ')).includes('administers')).length;
}
