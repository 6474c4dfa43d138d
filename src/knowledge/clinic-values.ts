import type { Values } from './fill-placeholders';
import type { Knowledge } from './knowledge';
import { sayWeek } from './opening/say-week';
import type { Clinic } from './schema/clinic';
import { CLINIC_FIELDS, type ClinicField } from './schema/clinic-fields';

export type ClinicContent = Pick<Knowledge, 'clinic' | 'messages'>;

/** A value of the clinic as texts show it. */
type Said = string | readonly string[] | null | undefined;

/**
 * The clinic's data under the names texts use for them, `clinic.phone`. What the clinic has not given is absent, and so
 * is what depends on the day ({@link momentValues}).
 */
export function clinicValues(content: ClinicContent): Values {
  const values = new Map<string, string | readonly string[]>();
  for (const field of CLINIC_FIELDS) {
    const value = say(field, content);
    if (value !== undefined && value !== null && value.length > 0) values.set(`clinic.${field}`, value);
  }
  return values;
}

function say(field: ClinicField, { clinic, messages }: ClinicContent): Said {
  switch (field) {
    case 'prices':
      return clinic.prices?.map(({ item, price }) =>
        messages.clinicData.price.replace('{item}', item).replace('{price}', price),
      );
    case 'hours':
      return sayHours(clinic.hours, messages);
    case 'doctors':
      return clinic.doctors?.map((doctor) => sayDoctor(doctor, messages, 'licence'));
    case 'offers':
      return undefined;
    default:
      return clinic[field];
  }
}

/** The hours of the week, a line for days in a row with the same; lines of text are shown as the clinic wrote them. */
export function sayHours(hours: Clinic['hours'], messages: Knowledge['messages']): readonly string[] | undefined {
  if (hours === undefined || hours === null) return undefined;
  return isLines(hours) ? hours : sayWeek(hours.week, messages);
}

/** Opening hours as they were written before: lines of text without days one could reckon with. */
export function isLines(hours: NonNullable<Clinic['hours']>): hours is readonly string[] {
  return Array.isArray(hours);
}

/** A doctor on one line: name, title, licence, days, as far as they are given; `missed`: what is said to be missing. */
export function sayDoctor(
  { name, title, licence, days }: NonNullable<Clinic['doctors']>[number],
  { clinicData: { doctor: forms } }: Knowledge['messages'],
  missed?: 'licence',
): string {
  const parts = [
    ['{title}', title, forms.title],
    ['{licence}', licence, forms.licence],
    ['', licence === undefined || licence === null ? missed : undefined, forms.noLicence],
    ['{days}', days, forms.days],
  ] as const;
  return parts.reduce(
    (doctor, [place, value, form]) =>
      value === undefined || value === null ? doctor : form.replace('{doctor}', doctor).replace(place, place && value),
    name,
  );
}
