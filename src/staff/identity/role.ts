/** What a member of staff may do; everybody who has any of them may read. Written beside each route of the console. */
export const ROLES = ['reads', 'edits', 'answers', 'approves', 'administers'] as const;

/** `answers` reads and writes in talks with patients. `approves` is the physician's: what changes a medical text goes live only by it. */
export type Role = (typeof ROLES)[number];

/** Reads roles as they are kept or sent: a list of names; what is no role is left out. */
export function readRoles(names: readonly string[]): readonly Role[] {
  return ROLES.filter((role) => names.includes(role));
}

/** Whether roles include what a route needs; every role includes reading. */
export function mayDo(roles: readonly Role[], needed: Role): boolean {
  return needed === 'reads' ? roles.length > 0 : roles.includes(needed);
}
