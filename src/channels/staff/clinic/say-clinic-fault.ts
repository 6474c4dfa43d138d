import type { ClinicFault } from '../../../staff/clinic/clinic-fault';
import type { Scene } from '../scene';
import { columnLabel } from './column-label';

/** A fault of the clinic's form as a sentence that begins with where it is. */
export function sayClinicFault({ field, code }: ClinicFault, { texts }: Pick<Scene, 'texts'>): string {
  const names = texts.fields as Readonly<Record<string, string>>;
  const parts = field.split('-');
  const place = parts
    .flatMap((part, at) => {
      if (/^\d+$/.test(part)) return [String(Number(part) + 1)];
      return at === parts.length - 1 && at > 0 ? [columnLabel(texts, `${parts[0]}.${part}`)] : (names[part] ?? []);
    })
    .join(' · ');
  return `${place}: ${texts.clinicFaults[code]}`;
}
