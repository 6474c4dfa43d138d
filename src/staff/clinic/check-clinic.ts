import { findForbidden } from '../../knowledge/checks/find-forbidden';
import { clinicTexts } from '../../knowledge/checks/said-texts';
import type { Knowledge } from '../../knowledge/knowledge';
import type { Clinic } from '../../knowledge/schema/clinic';
import type { ClinicFault } from './clinic-fault';

/** Letters of one box: an address with how to find it has two hundred, ten branches a thousand. */
const LONGEST = 1000;

/** What the rules of `npm run knowledge:check` refuse in data of the right shape: promises in offers, titles, prices; and what nobody would read. Pure. */
export function checkClinic(value: Clinic, { forbidden }: Pick<Knowledge, 'forbidden'>): readonly ClinicFault[] {
  const fields = findForbidden(clinicTexts(value), forbidden).map(({ path }) => path.map(String).join('-'));
  const long = textsIn(value).filter(({ text }) => text.length > LONGEST);
  return [
    ...[...new Set(fields)].map((field): ClinicFault => ({ field, code: 'forbidden' })),
    ...[...new Set(long.map(({ field }) => field))].map((field): ClinicFault => ({ field, code: 'tooLong' })),
  ];
}

/** What stands in each box, by the id of its field. */
function textsIn(value: unknown, field = ''): { readonly field: string; readonly text: string }[] {
  if (typeof value === 'string') return [{ field, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value) && value.every((line) => typeof line === 'string'))
    return [{ field, text: value.join('\n') }];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    textsIn(inner, field === '' ? name : `${field}-${name}`),
  );
}
