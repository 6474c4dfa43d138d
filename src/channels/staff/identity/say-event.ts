import type { StaffTexts } from '../../../knowledge/schema/staff';
import type { AuditEvent } from '../../../staff/audit';
import { readRoles } from '../../../staff/identity/role';
import { fieldName } from '../content/draw-diff';
import { fill } from '../fill';
import { sayRoles } from './join-routes';

const TELLS_ROLES: readonly AuditEvent['kind'][] = ['joined', 'invited', 'roles-changed'];

/** An event in a sentence of the reader's language. Pure. */
export function sayEvent({ kind, who, values }: AuditEvent, texts: StaffTexts): string {
  const { sentences, title } = texts.audit;
  const said = Object.entries(values).map(([name, value]) => [name, sayValue(kind, name, value, texts)] as const);
  return fill(sentences[kind], { ...Object.fromEntries(said), who: who === '' ? title.nobody : who });
}

/** What the program itself named is kept by its key; a name somebody typed is said as it is. */
function sayValue(kind: AuditEvent['kind'], name: string, value: string, texts: StaffTexts): string {
  if (kind === 'clinic-changed') return name === 'field' ? fieldName(value, texts) : value;
  const named: Readonly<Record<string, object>> = {
    item: texts.items,
    sheet: texts.sheets.page,
    outcome: texts.endings,
  };
  const said = (named[name] as Readonly<Record<string, string>> | undefined)?.[value];
  if (said !== undefined || !TELLS_ROLES.includes(kind)) return said ?? value;
  const roles = name === 'member' ? [] : readRoles(value.split(' '));
  return roles.length === 0 ? value : sayRoles(roles, texts);
}
