import { findForbidden } from '../../knowledge/checks/find-forbidden';
import { clinicTexts } from '../../knowledge/checks/said-texts';
import type { Knowledge } from '../../knowledge/knowledge';
import type { Clinic } from '../../knowledge/schema/clinic';
import type { ClinicFault } from './clinic-fault';

/** What the rules of `npm run knowledge:check` refuse in data of the right shape: promises in offers, titles, prices. Pure. */
export function checkClinic(value: Clinic, { forbidden }: Pick<Knowledge, 'forbidden'>): readonly ClinicFault[] {
  const fields = findForbidden(clinicTexts(value), forbidden).map(({ path }) => path.map(String).join('-'));
  return [...new Set(fields)].map((field) => ({ field, code: 'forbidden' }));
}
